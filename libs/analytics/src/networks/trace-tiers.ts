import type { FlowGraph } from './flow-graph.js';

export interface TierOptions {
  /** The most steps back; default 10. */
  depth?: number;
  /** Shares below are not followed further back; default 10^-4. */
  smallestShare?: number;
  /** n outputs of which inputs are shares; null: of all inputs together. */
  outputs?: Float64Array | null;
}

export interface Tiers {
  /** n, the fewest steps back from the focal node, 0 for itself; -1 for those that do not supply it. */
  tiers: Int32Array;
  /** n, what of a unit that the focal node uses comes by way of this one, over all routes and rounds. */
  shares: Float64Array;
  /** By step back, from 0: the sum of the shares that were followed. */
  followed: number[];
}

/**
 * The suppliers of a node, their suppliers and so on. A share is a product of input shares along a
 * route; a circle is followed until its share falls below the smallest or the depth is reached, so
 * that shares of all inputs may add up to more than 1 for a node in a circle. Loops are left out.
 *
 * Cost: arcs times depth.
 *
 * @throws {RangeError} if the focal node is none, the depth is not a whole number from 0, the
 * smallest share is not above 0, or an output is below what the node buys
 */
export function traceTiers(graph: FlowGraph, focal: number, options: TierOptions = {}): Tiers {
  const { depth = 10, smallestShare = 1e-4, outputs = null } = options;
  const { nodes: n, in: incoming } = graph;
  check(n, focal, { depth, smallestShare });
  const bases = basesOf(graph, outputs);
  const tiers = tiersOf(graph, focal);
  const shares = new Float64Array(n);
  const followed: number[] = [];
  let current = new Float64Array(n);
  current[focal] = 1;
  for (let step = 0; step <= depth; step++) {
    const next = new Float64Array(n);
    let sum = 0;
    for (let node = 0; node < n; node++) {
      const share = current[node]!;
      if (share === 0) continue;
      if (step > 0) shares[node]! += share;
      if (share < smallestShare) continue;
      sum += share;
      for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
        next[incoming.nodes[arc]!]! += share * (incoming.weights[arc]! / bases[node]!);
      }
    }
    if (sum === 0) break;
    followed.push(sum);
    current = next;
  }
  return { tiers, shares, followed };
}

function tiersOf({ nodes: n, in: incoming }: FlowGraph, focal: number): Int32Array {
  const tiers = new Int32Array(n).fill(-1);
  const order = [focal];
  tiers[focal] = 0;
  for (const node of order) {
    for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
      const supplier = incoming.nodes[arc]!;
      if (tiers[supplier]! >= 0) continue;
      tiers[supplier] = tiers[node]! + 1;
      order.push(supplier);
    }
  }
  return tiers;
}

function basesOf({ nodes: n, in: incoming }: FlowGraph, outputs: Float64Array | null) {
  return Float64Array.from({ length: n }, (_, node) => {
    const bought = incoming.weights
      .subarray(incoming.starts[node], incoming.starts[node + 1])
      .reduce((sum, flow) => sum + flow, 0);
    if (outputs && !(outputs[node]! >= bought)) {
      throw new RangeError(`node ${node} buys ${bought} for an output of ${outputs[node]}`);
    }
    return outputs ? outputs[node]! : bought;
  });
}

function check(n: number, focal: number, options: { depth: number; smallestShare: number }): void {
  const { depth, smallestShare } = options;
  if (!Number.isInteger(focal) || focal < 0 || focal >= n) {
    throw new RangeError(`node ${focal} of ${n} nodes`);
  }
  if (!Number.isInteger(depth) || depth < 0) throw new RangeError(`the depth ${depth}`);
  if (!(smallestShare > 0))
    throw new RangeError(`the smallest share ${smallestShare} is not above 0`);
}
