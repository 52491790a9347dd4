import type { FlowGraph } from './flow-graph.js';

export interface HubsAndAuthorities {
  /** n shares of 1: who supplies authorities. */
  hubs: Float64Array;
  /** n shares of 1: who buys from hubs. */
  authorities: Float64Array;
  /** Whether they settled; where two groups are level they may not. */
  hasSettled: boolean;
}

const MOST_ROUNDS = 10_000;
const SETTLED = 1e-15;

/**
 * Hubs supply good authorities, authorities buy from good hubs (HITS). Weighted, loops included.
 *
 * Source: Kleinberg (1999), Authoritative sources in a hyperlinked environment, Journal of the ACM
 * 46(5); the power method, from equal hubs.
 */
export function hubsAndAuthorities(graph: FlowGraph): HubsAndAuthorities {
  let hubs: Float64Array = new Float64Array(graph.nodes).fill(1 / graph.nodes);
  let authorities = pull(graph, 'in', hubs);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = pull(graph, 'out', authorities);
    const change = next.reduce((sum, hub, node) => sum + Math.abs(hub - hubs[node]!), 0);
    hubs = next;
    authorities = pull(graph, 'in', hubs);
    if (change <= SETTLED * graph.nodes) return { hubs, authorities, hasSettled: true };
  }
  return { hubs, authorities, hasSettled: false };
}

/** Sums over the arcs of a side, scaled to add up to 1; all 0 without arcs. */
function pull(graph: FlowGraph, side: 'in' | 'out', scores: Float64Array): Float64Array {
  const { starts, nodes, weights } = graph[side];
  let total = 0;
  const sums = Float64Array.from({ length: graph.nodes }, (_, node) => {
    let sum = graph.loops[node]! * scores[node]!;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      sum += weights[arc]! * scores[nodes[arc]!]!;
    }
    total += sum;
    return sum;
  });
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}
