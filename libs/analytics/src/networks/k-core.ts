import type { FlowGraph } from './flow-graph.js';

/** Which arcs count: those from suppliers, those to buyers, or both. */
export type CoreSide = 'in' | 'out' | 'all';

/**
 * The largest k for which a node belongs to a part of the graph where every node has k arcs. Loops
 * are left out; of a directed graph, two arcs between the same two nodes are two for `all`.
 *
 * Cost: linear in nodes and arcs.
 *
 * Source: Batagelj and Zaversnik (2003), An O(m) algorithm for cores decomposition of networks.
 *
 * @returns n core numbers
 */
export function kCore(graph: FlowGraph, side: CoreSide): Int32Array {
  const isBoth = graph.isDirected && side === 'all';
  const counted = isBoth ? [graph.in, graph.out] : [side === 'out' ? graph.out : graph.in];
  // taking a node away takes an arc from whoever counts an arc to it
  const affected = isBoth ? [graph.in, graph.out] : [side === 'out' ? graph.in : graph.out];
  const degrees = new Int32Array(graph.nodes);
  for (const { starts } of counted) {
    for (let node = 0; node < graph.nodes; node++) {
      degrees[node]! += starts[node + 1]! - starts[node]!;
    }
  }
  const { order, places, bins } = sortByDegree(degrees);
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    for (const { starts, nodes } of affected) {
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const other = nodes[arc]!;
        if (degrees[other]! <= degrees[node]!) continue;
        // to the front of its bin, which then begins behind it
        const front = bins[degrees[other]!]!++;
        const first = order[front]!;
        order[places[other]!] = first;
        places[first] = places[other]!;
        order[front] = other;
        places[other] = front;
        degrees[other]!--;
      }
    }
  }
  return degrees;
}

function sortByDegree(degrees: Int32Array) {
  const most = degrees.reduce((a, b) => Math.max(a, b), 0);
  const bins = new Int32Array(most + 2);
  for (const degree of degrees) bins[degree + 1]!++;
  for (let degree = 0; degree <= most; degree++) bins[degree + 1]! += bins[degree]!;
  const order = new Int32Array(degrees.length);
  const places = new Int32Array(degrees.length);
  const next = bins.slice();
  degrees.forEach((degree, node) => {
    places[node] = next[degree]!++;
    order[places[node]] = node;
  });
  return { order, places, bins };
}
