import { undirectedGraph, type FlowGraph } from './flow-graph.js';

export interface StructuralHoles {
  /** n, Burt's constraint; null without any partner. */
  constraint: (number | null)[];
  /** n, partners that are not redundant to each other; null without any partner. */
  effectiveSize: (number | null)[];
  /** n, the share of pairs of partners that are partners; 0 below two partners. */
  clustering: Float64Array;
}

/**
 * How far the partners of each node are partners of one another, whichever way the flows go: who
 * depends on a closed circle is constrained, who joins circles is not. Loops are left out.
 *
 * Flows of both directions are added; of a graph without weights, directions count.
 *
 * Cost: for each node, the partners of its partners.
 *
 * Source: Burt (1992), Structural holes, eq. 2.4 and 2.1; clustering: Watts and Strogatz (1998).
 */
export function structuralHoles(graph: FlowGraph): StructuralHoles {
  const { nodes: n, out } = undirectedGraph(graph);
  const { starts, nodes, weights } = out;
  const sums = new Float64Array(n);
  const largest = new Float64Array(n);
  for (let node = 0; node < n; node++) {
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      sums[node]! += weights[arc]!;
      largest[node] = Math.max(largest[node]!, weights[arc]!);
    }
  }
  const holes: StructuralHoles = {
    constraint: Array<number | null>(n).fill(null),
    effectiveSize: Array<number | null>(n).fill(null),
    clustering: new Float64Array(n),
  };
  const shares = new Float64Array(n); // of the node at hand's flows, by partner
  const detours = new Float64Array(n); // the same by way of other partners
  for (let node = 0; node < n; node++) {
    const from = starts[node]!;
    const to = starts[node + 1]!;
    if (from === to) continue;
    for (let arc = from; arc < to; arc++) shares[nodes[arc]!] = weights[arc]! / sums[node]!;
    let redundancy = 0;
    let links = 0;
    for (let arc = from; arc < to; arc++) {
      const partner = nodes[arc]!;
      for (let next = starts[partner]!; next < starts[partner + 1]!; next++) {
        const other = nodes[next]!;
        if (shares[other] === 0) continue;
        links++;
        detours[other]! += shares[partner]! * (weights[next]! / sums[partner]!);
        redundancy += shares[other]! * (weights[next]! / largest[partner]!);
      }
    }
    let constraint = 0;
    for (let arc = from; arc < to; arc++) {
      constraint += (shares[nodes[arc]!]! + detours[nodes[arc]!]!) ** 2;
    }
    for (let arc = from; arc < to; arc++) shares[nodes[arc]!] = detours[nodes[arc]!] = 0;
    const partners = to - from;
    holes.constraint[node] = constraint;
    holes.effectiveSize[node] = partners - redundancy;
    if (partners > 1) holes.clustering[node] = links / (partners * (partners - 1));
  }
  return holes;
}
