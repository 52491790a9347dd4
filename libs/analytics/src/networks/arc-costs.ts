import type { Arcs, FlowGraph } from './flow-graph.js';
import { arcBetween } from './score-folded.js';

/**
 * How long each arc is, by the cheapest of the rows that it was built from.
 *
 * @param rows the same as of the graph, in any order
 * @param costs m, above 0
 * @returns in the order of the graph's `out`
 */
export function arcCosts(
  { isDirected, out }: FlowGraph,
  { sources, targets }: Pick<Arcs, 'sources' | 'targets'>,
  costs: Float64Array,
): Float64Array {
  const cheapest = new Float64Array(out.nodes.length).fill(Infinity);
  const lower = (from: number, to: number, cost: number) => {
    const arc = arcBetween(out, from, to);
    if (arc >= 0) cheapest[arc] = Math.min(cheapest[arc]!, cost);
  };
  for (let row = 0; row < costs.length; row++) {
    lower(sources[row]!, targets[row]!, costs[row]!);
    if (!isDirected) lower(targets[row]!, sources[row]!, costs[row]!);
  }
  return cheapest;
}
