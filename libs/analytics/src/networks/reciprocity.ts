import type { FlowGraph } from './flow-graph.js';

export interface Reciprocity {
  /** Arcs whose reverse is there too, by all arcs; null without arcs. */
  byCount: number | null;
  /** The sum of the smaller of both flows, over every arc, by all flows; null without arcs. */
  byWeight: number | null;
  /** Nodes that each node supplies and buys from. */
  partners: Int32Array;
}

/** How much of the supply goes both ways; loops are left out. */
export function reciprocity({ nodes, out, in: incoming }: FlowGraph): Reciprocity {
  const partners = new Int32Array(nodes);
  let both = 0;
  let flow = 0;
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    let back = incoming.starts[node]!;
    for (let arc = out.starts[node]!; arc < out.starts[node + 1]!; arc++) {
      total += out.weights[arc]!;
      while (back < incoming.starts[node + 1]! && incoming.nodes[back]! < out.nodes[arc]!) back++;
      if (back === incoming.starts[node + 1] || incoming.nodes[back] !== out.nodes[arc]) continue;
      partners[node]!++;
      both++;
      flow += Math.min(out.weights[arc]!, incoming.weights[back]!);
    }
  }
  const arcs = out.nodes.length;
  return {
    byCount: arcs === 0 ? null : both / arcs,
    byWeight: arcs === 0 ? null : flow / total,
    partners,
  };
}
