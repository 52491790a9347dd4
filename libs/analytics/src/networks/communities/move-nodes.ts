import type { CommunityGraph } from './community-graph.js';

/** Of all flows: gains below are rounding. */
const NO_GAIN = 1e-13;

/**
 * Moves nodes, those first that `order` has first, to the community that they gain most by, until
 * none gains by any move. A node is looked at again when a neighbour has left its community.
 *
 * @param labels n communities, each below n; they are changed
 * @returns whether any node moved
 */
export function moveNodes(graph: CommunityGraph, labels: Int32Array, order: Int32Array): boolean {
  const { starts, nodes, weights, supply, demand, penalty } = graph;
  const n = labels.length;
  const supplies = new Float64Array(n);
  const demands = new Float64Array(n);
  const sizes = new Int32Array(n);
  for (let node = 0; node < n; node++) {
    supplies[labels[node]!]! += supply[node]!;
    demands[labels[node]!]! += demand[node]!;
    sizes[labels[node]!]!++;
  }
  const empty: number[] = [];
  for (let label = n - 1; label >= 0; label--) if (sizes[label] === 0) empty.push(label);
  const least = NO_GAIN * weights.reduce((sum, weight) => sum + weight, 0);
  const isQueued = new Uint8Array(n).fill(1);
  const queue = order.slice(); // round and round: a node is in it once at most
  const flows = new Float64Array(n);
  const near = new Int32Array(n);
  let hasMoved = false;
  for (let first = 0, size = n; size > 0; size--) {
    const node = queue[first]!;
    first = first + 1 === n ? 0 : first + 1;
    isQueued[node] = 0;
    const own = labels[node]!;
    const nodeSupply = supply[node]!;
    const nodeDemand = demand[node]!;
    supplies[own]! -= nodeSupply;
    demands[own]! -= nodeDemand;
    const from = starts[node]!;
    const to = starts[node + 1]!;
    let count = 0;
    for (let arc = from; arc < to; arc++) {
      const label = labels[nodes[arc]!]!;
      if (flows[label] === 0) near[count++] = label;
      flows[label]! += weights[arc]!;
    }
    const stay = flows[own]! - penalty * (nodeSupply * demands[own]! + nodeDemand * supplies[own]!);
    let best = own;
    let most = stay + least;
    for (let i = 0; i < count; i++) {
      const label = near[i]!;
      const loss = penalty * (nodeSupply * demands[label]! + nodeDemand * supplies[label]!);
      const gain = flows[label]! - loss;
      flows[label] = 0;
      if (gain <= most || label === own) continue;
      best = label;
      most = gain;
    }
    if (most < 0 && sizes[own]! > 1) best = empty.pop()!;
    supplies[best]! += nodeSupply;
    demands[best]! += nodeDemand;
    if (best === own) continue;
    hasMoved = true;
    if (--sizes[own]! === 0) {
      empty.push(own);
      supplies[own] = demands[own] = 0; // what is left is rounding
    }
    sizes[best]!++;
    labels[node] = best;
    for (let arc = from; arc < to; arc++) {
      const other = nodes[arc]!;
      if (isQueued[other] || labels[other] === best) continue;
      isQueued[other] = 1;
      const last = first + size - 1;
      queue[last >= n ? last - n : last] = other;
      size++;
    }
  }
  return hasMoved;
}
