import type { FlowGraph } from './flow-graph.js';

export interface SupplierConcentration {
  /** n, the sum of the squared shares of each node's suppliers; null without any. */
  herfindahl: (number | null)[];
  /** n, kinds of input for which the node has a single supplier. */
  soleInputs: Int32Array;
  /** n, buyers that have this node as the single supplier of its kind of input. */
  soleBuyers: Int32Array;
}

/**
 * On how few suppliers each node rests. Loops are left out: what a firm supplies to itself has no
 * other supplier.
 *
 * Cost: linear in the arcs, but for sorting each node's kinds of input.
 *
 * @param kinds n kinds of what each node supplies; null: all the same
 */
export function supplierConcentration(
  { nodes: n, in: incoming }: FlowGraph,
  kinds: Int32Array | null,
): SupplierConcentration {
  if (kinds && kinds.length !== n) throw new RangeError(`${kinds.length} kinds of ${n} nodes`);
  const result: SupplierConcentration = {
    herfindahl: Array<number | null>(n).fill(null),
    soleInputs: new Int32Array(n),
    soleBuyers: new Int32Array(n),
  };
  const kindOf = (node: number) => (kinds ? kinds[node]! : 0);
  for (let node = 0; node < n; node++) {
    const [from, to] = [incoming.starts[node]!, incoming.starts[node + 1]!];
    if (from === to) continue;
    const flows = incoming.weights.subarray(from, to);
    const total = flows.reduce((sum, flow) => sum + flow, 0);
    result.herfindahl[node] = flows.reduce((sum, flow) => sum + (flow / total) ** 2, 0);
    const suppliers = incoming.nodes.slice(from, to).sort((a, b) => kindOf(a) - kindOf(b));
    for (let i = 0; i < suppliers.length; i++) {
      const kind = kindOf(suppliers[i]!);
      const isFirst = i === 0 || kindOf(suppliers[i - 1]!) !== kind;
      const isLast = i === suppliers.length - 1 || kindOf(suppliers[i + 1]!) !== kind;
      if (!isFirst || !isLast) continue;
      result.soleInputs[node]!++;
      result.soleBuyers[suppliers[i]!]!++;
    }
  }
  return result;
}
