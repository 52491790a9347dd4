import type { CommunityGraph } from './community-graph.js';

/** How readily a node joins a community that is not the best, in units of the mean flow of an edge. */
const RANDOMNESS = 0.01;

/**
 * Splits communities into parts that are well connected: every node starts alone and, once, may join
 * a part of its own community at random, those by which it gains more with more chance.
 *
 * Source: Traag, Waltman and van Eck (2019), From Louvain to Leiden, Scientific Reports 9:5233,
 * algorithm A.2, MergeNodesSubset.
 *
 * @param labels n communities
 * @param draws n nodes in the order in which they choose, and the source of chance
 * @returns n parts, each below n
 */
export function refinePartition(
  graph: CommunityGraph,
  labels: Int32Array,
  { order, random }: { order: Int32Array; random: () => number },
): Int32Array {
  const { starts, nodes, weights, supply, demand, penalty } = graph;
  const n = labels.length;
  const whole = { supply: new Float64Array(n), demand: new Float64Array(n) };
  for (let node = 0; node < n; node++) {
    whole.supply[labels[node]!]! += supply[node]!;
    whole.demand[labels[node]!]! += demand[node]!;
  }
  const parts = Int32Array.from(labels, (_, node) => node);
  const partSupply = supply.slice();
  const partDemand = demand.slice();
  const isAlone = new Uint8Array(n).fill(1);
  const cuts = cutsWithin(graph, labels); // of each part, from the rest of its community
  const isWellConnected = (part: number, label: number) => {
    const otherSupply = whole.supply[label]! - partSupply[part]!;
    const otherDemand = whole.demand[label]! - partDemand[part]!;
    const expected = penalty * (partSupply[part]! * otherDemand + partDemand[part]! * otherSupply);
    return cuts[part]! >= expected * (1 - 1e-12);
  };
  const flows = new Float64Array(n);
  const near = new Int32Array(n);
  const chances = new Float64Array(n + 1);
  for (const node of order) {
    const label = labels[node]!;
    if (!isAlone[node] || !isWellConnected(node, label)) continue;
    let count = 0;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      const other = nodes[arc]!;
      if (labels[other] !== label) continue;
      const part = parts[other]!;
      if (flows[part] === 0) near[count++] = part;
      flows[part]! += weights[arc]!;
    }
    let most = 0; // by staying alone
    for (let i = 0; i < count; i++) {
      const part = near[i]!;
      const loss = supply[node]! * partDemand[part]! + demand[node]! * partSupply[part]!;
      const gain = flows[part]! - penalty * loss;
      chances[i] = isWellConnected(part, label) ? gain : -1;
      if (chances[i]! > most) most = chances[i]!;
    }
    const chosen = choose(chances, count, { most, unit: RANDOMNESS * graph.unit, random });
    if (chosen < count) {
      const part = near[chosen]!;
      parts[node] = part;
      partSupply[part]! += supply[node]!;
      partDemand[part]! += demand[node]!;
      cuts[part]! += cuts[node]! - 2 * flows[part]!;
      isAlone[part] = 0;
    }
    for (let i = 0; i < count; i++) flows[near[i]!] = 0;
  }
  return parts;
}

/** Of each node, what flows between it and others of its community. */
function cutsWithin({ starts, nodes, weights }: CommunityGraph, labels: Int32Array): Float64Array {
  return Float64Array.from(labels, (label, node) => {
    let sum = 0;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      if (labels[nodes[arc]!] === label) sum += weights[arc]!;
    }
    return sum;
  });
}

/**
 * One of `count` by the chance exp(gain / unit), or, by that of a gain of 0, none of them.
 *
 * @param gains overwritten; what would lose is never chosen
 * @param most the largest gain, by which all are scaled so that none overflows
 * @returns `count` for none
 */
function choose(
  gains: Float64Array,
  count: number,
  { most, unit, random }: { most: number; unit: number; random: () => number },
): number {
  let total = Math.exp(-most / unit);
  for (let i = 0; i < count; i++) {
    gains[i] = gains[i]! < 0 ? 0 : Math.exp((gains[i]! - most) / unit);
    total += gains[i]!;
  }
  let rest = random() * total;
  for (let i = 0; i < count; i++) {
    rest -= gains[i]!;
    if (rest < 0) return i;
  }
  return count;
}
