import type { FlowGraph } from './flow-graph.js';
import { foldNothing, foldPendants, type Folding } from './fold-pendants.js';

/** What is left to search, its nodes in the order of a breadth-first search: neighbours lie close. */
export interface PathCore {
  folding: Folding;
  /** c, the node of the graph. */
  nodes: Int32Array;
  starts: Int32Array;
  targets: Int32Array;
  /** The place of each arc in the graph's `out`. */
  arcs: Int32Array;
  /** How long each arc is; null: all alike. */
  costs: Float64Array | null;
  /** c, as in the folding. */
  sources: Float64Array;
  beyond: Float64Array;
}

interface CoreOptions {
  /** Of each arc in the graph's `out`. */
  costs: Float64Array | null;
  isFolded: boolean;
}

export function buildPathCore(graph: FlowGraph, { costs, isFolded }: CoreOptions): PathCore {
  const folding = isFolded ? foldPendants(graph) : foldNothing(graph.nodes);
  const nodes = searchOrder(graph, folding.kinds);
  const numbers = new Int32Array(graph.nodes).fill(-1);
  nodes.forEach((node, number) => (numbers[node] = number));
  const { out } = graph;
  const starts = new Int32Array(nodes.length + 1);
  const targets = new Int32Array(out.nodes.length);
  const arcs = new Int32Array(out.nodes.length);
  let count = 0;
  nodes.forEach((node, number) => {
    for (let arc = out.starts[node]!; arc < out.starts[node + 1]!; arc++) {
      const target = numbers[out.nodes[arc]!]!;
      if (target < 0) continue;
      targets[count] = target;
      arcs[count++] = arc;
    }
    starts[number + 1] = count;
  });
  return {
    folding,
    nodes,
    starts,
    targets: targets.slice(0, count),
    arcs: arcs.slice(0, count),
    costs: costs && Float64Array.from(arcs.subarray(0, count), (arc) => costs[arc]!),
    sources: Float64Array.from(nodes, (node) => folding.sources[node]!),
    beyond: Float64Array.from(nodes, (node) => folding.beyond[node]!),
  };
}

/** From the node of most arcs on, along arcs of either direction; then from the next that is left. */
function searchOrder({ nodes, out, in: incoming }: FlowGraph, kinds: Uint8Array): Int32Array {
  const degrees = Int32Array.from({ length: nodes }, (_, node) => {
    const supplied = out.starts[node + 1]! - out.starts[node]!;
    return supplied + incoming.starts[node + 1]! - incoming.starts[node]!;
  });
  const hubs = Array.from(degrees, (_, node) => node).filter((node) => kinds[node] === 0);
  const order = new Int32Array(hubs.length);
  hubs.sort((a, b) => degrees[b]! - degrees[a]! || a - b);
  const isSeen = Uint8Array.from(kinds, (kind) => (kind === 0 ? 0 : 1));
  let count = 0;
  for (const hub of hubs) {
    if (isSeen[hub]) continue;
    isSeen[hub] = 1;
    let next = count;
    order[count++] = hub;
    while (next < count) {
      const node = order[next++]!;
      for (const side of [out, incoming]) {
        for (let arc = side.starts[node]!; arc < side.starts[node + 1]!; arc++) {
          const other = side.nodes[arc]!;
          if (isSeen[other]) continue;
          isSeen[other] = 1;
          order[count++] = other;
        }
      }
    }
  }
  return order;
}
