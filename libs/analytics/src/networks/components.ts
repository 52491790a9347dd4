import { undirectedGraph, type FlowGraph } from './flow-graph.js';

export interface Components {
  count: number;
  /** n components, numbered from 0 by their first node. */
  labels: Int32Array;
}

/** Nodes that hang together, whichever way the flows go. */
export function connectedComponents(graph: FlowGraph): Components {
  const { nodes: n, out } = undirectedGraph(graph);
  const labels = new Int32Array(n).fill(-1);
  const open = new Int32Array(n);
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (labels[root]! >= 0) continue;
    labels[root] = count;
    open[0] = root;
    for (let size = 1; size > 0;) {
      const node = open[--size]!;
      for (let arc = out.starts[node]!; arc < out.starts[node + 1]!; arc++) {
        const other = out.nodes[arc]!;
        if (labels[other]! >= 0) continue;
        labels[other] = count;
        open[size++] = other;
      }
    }
    count++;
  }
  return { count, labels };
}

/**
 * Nodes that reach each other along the flows.
 *
 * Source: Tarjan (1972), Depth-first search and linear graph algorithms, SIAM Journal on Computing
 * 1(2).
 */
export function strongComponents(graph: FlowGraph): Components {
  const { found, count } = findStrong(graph);
  const numbers = new Int32Array(count).fill(-1);
  let next = 0;
  const labels = found.map((component) => {
    if (numbers[component]! < 0) numbers[component] = next++;
    return numbers[component]!;
  });
  return { count, labels };
}

/** @returns `found`: components numbered so that none supplies one of a larger number */
export function findStrong({ nodes: n, out }: FlowGraph): { found: Int32Array; count: number } {
  const found = new Int32Array(n).fill(-1);
  const entered = new Int32Array(n); // 0: not yet
  const lowest = new Int32Array(n);
  const parents = new Int32Array(n).fill(-1);
  const next = out.starts.slice(0, n);
  const stack = new Int32Array(n);
  let size = 0;
  let time = 0;
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root]! > 0) continue;
    for (let node = root; node >= 0;) {
      if (entered[node] === 0) {
        entered[node] = lowest[node] = ++time;
        stack[size++] = node;
      }
      if (next[node]! < out.starts[node + 1]!) {
        const other = out.nodes[next[node]!++]!;
        if (entered[other] === 0) {
          parents[other] = node;
          node = other;
        } else if (found[other]! < 0) {
          lowest[node] = Math.min(lowest[node]!, entered[other]!);
        }
        continue;
      }
      if (lowest[node] === entered[node]) {
        let member: number;
        do {
          member = stack[--size]!;
          found[member] = count;
        } while (member !== node);
        count++;
      }
      const parent = parents[node]!;
      if (parent >= 0) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
      node = parent;
    }
  }
  return { found, count };
}
