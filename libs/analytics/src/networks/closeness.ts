import type { Adjacency, FlowGraph } from './flow-graph.js';

/**
 * How near each node is to those that reach it: their share of the others, by their mean number of
 * steps to it (0 where nobody reaches it).
 *
 * Cost: nodes times arcs.
 *
 * Source: Wasserman and Faust (1994), Social network analysis, eq. 5.22, for graphs in several parts,
 * as networkx has it.
 *
 * @returns n numbers from 0 to 1
 */
export function closeness(graph: FlowGraph): Float64Array {
  const { nodes: n } = graph;
  const scores = new Float64Array(n);
  pathLengths(graph.in, (node, { found, total }) => {
    if (total > 0) scores[node] = ((found / total) * found) / (n - 1);
  });
  return scores;
}

/**
 * Searches from every node in turn.
 *
 * @param take gets how many others were found, and the sum of their steps
 */
function pathLengths(
  { starts, nodes }: Adjacency,
  take: (root: number, lengths: { found: number; total: number }) => void,
): void {
  const n = starts.length - 1;
  const order = new Int32Array(n);
  const steps = new Int32Array(n).fill(-1);
  for (let root = 0; root < n; root++) {
    order[0] = root;
    steps[root] = 0;
    let found = 1;
    let total = 0;
    for (let next = 0; next < found; next++) {
      const node = order[next]!;
      total += steps[node]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const other = nodes[arc]!;
        if (steps[other]! >= 0) continue;
        steps[other] = steps[node]! + 1;
        order[found++] = other;
      }
    }
    take(root, { found: found - 1, total });
    for (let i = 0; i < found; i++) steps[order[i]!] = -1;
  }
}
