import type { FlowGraph } from '../flow-graph.js';
import { flowTotals, type QualityOptions } from './community-graph.js';

/**
 * How good communities are. `modularity`: the share of flows within them less the share expected of
 * nodes with these totals, `sum (A - resolution k k / m) / m`, of a directed graph with the supply
 * of one and the demand of the other node. `cpm`: `sum (A - resolution)` over the ordered pairs of
 * nodes within, as leidenalg has it, loops left out.
 *
 * Source: Newman (2006), Modularity and community structure in networks, PNAS 103(23), eq. 4;
 * directed: Leicht and Newman (2008), Physical Review Letters 100, 118703, eq. 3; constant Potts
 * model: Traag, Van Dooren and Nesterov (2011), Physical Review E 84, 016114.
 *
 * @param labels n communities, numbers from 0 and below n
 * @returns null for the modularity of no flows
 */
export function communityQuality(
  graph: FlowGraph,
  labels: Int32Array,
  { quality = 'modularity', resolution = 1 }: QualityOptions = {},
): number | null {
  const { nodes: n, isDirected, out } = graph;
  check(n, labels, resolution);
  const within = new Float64Array(n);
  for (let node = 0; node < n; node++) {
    for (let arc = out.starts[node]!; arc < out.starts[node + 1]!; arc++) {
      if (labels[out.nodes[arc]!] === labels[node]) within[labels[node]!]! += out.weights[arc]!;
    }
  }
  const sizes = new Float64Array(n);
  for (const label of labels) sizes[label]!++;
  if (quality === 'cpm') {
    return within.reduce(
      (sum, flow, label) => sum + flow - resolution * sizes[label]! * (sizes[label]! - 1),
      0,
    );
  }
  const { supply, demand, total } = flowTotals(graph);
  if (total === 0) return null;
  const supplies = new Float64Array(n);
  const demands = new Float64Array(n);
  for (let node = 0; node < n; node++) {
    const label = labels[node]!;
    supplies[label]! += supply[node]!;
    demands[label]! += demand[node]!;
    within[label]! += (isDirected ? 1 : 2) * graph.loops[node]!;
  }
  return within.reduce(
    (sum, flow, label) =>
      sum + flow / total - resolution * (supplies[label]! / total) * (demands[label]! / total),
    0,
  );
}

function check(n: number, labels: Int32Array, resolution: number): void {
  if (labels.length !== n) throw new RangeError(`${labels.length} communities of ${n} nodes`);
  if (!(resolution >= 0 && resolution < Infinity)) {
    throw new RangeError(`the resolution ${resolution} is not a number from 0`);
  }
  const bad = labels.find((label) => label < 0 || label >= n);
  if (bad !== undefined) throw new RangeError(`${bad} is not a community below ${n}`);
}
