import { undirectedGraph, type FlowGraph } from './flow-graph.js';

export interface CutPoints {
  /** n: whether the node's part of the graph falls apart without it. */
  isArticulation: Uint8Array;
  /** Pairs whose edge alone holds its part of the graph together, the smaller node first, in order. */
  bridges: (readonly [number, number])[];
}

/**
 * Single points of failure, whichever way the flows go. Loops and second arcs do not matter: a pair
 * that trades both ways is one edge.
 *
 * Cost: linear in nodes and arcs.
 *
 * Source: Tarjan (1972), Depth-first search and linear graph algorithms, SIAM Journal on Computing
 * 1(2); bridges: Tarjan (1974), A note on finding the bridges of a graph.
 */
export function cutPoints(graph: FlowGraph): CutPoints {
  const { nodes: n, out } = undirectedGraph(graph);
  const isArticulation = new Uint8Array(n);
  const bridges: (readonly [number, number])[] = [];
  const entered = new Int32Array(n); // 0: not yet
  const lowest = new Int32Array(n);
  const parents = new Int32Array(n).fill(-1);
  const next = out.starts.slice(0, n);
  let time = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root]! > 0) continue;
    let branches = 0;
    entered[root] = lowest[root] = ++time;
    for (let node = root; node >= 0;) {
      if (next[node]! < out.starts[node + 1]!) {
        const other = out.nodes[next[node]!++]!;
        if (entered[other] === 0) {
          parents[other] = node;
          entered[other] = lowest[other] = ++time;
          node = other;
        } else if (other !== parents[node]) {
          lowest[node] = Math.min(lowest[node]!, entered[other]!);
        }
        continue;
      }
      const parent = parents[node]!;
      if (parent >= 0) {
        lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
        if (lowest[node]! > entered[parent]!) bridges.push(ordered(parent, node));
        if (parent === root) branches++;
        else if (lowest[node]! >= entered[parent]!) isArticulation[parent] = 1;
      }
      node = parent;
    }
    if (branches > 1) isArticulation[root] = 1;
  }
  return { isArticulation, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) };
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}
