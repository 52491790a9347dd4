import type { Adjacency } from './flow-graph.js';

export interface ArcList {
  sources: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
}

/** Every arc, and the same the other way round. */
export function mirror({ sources, targets, weights }: ArcList): ArcList {
  const count = sources.length;
  const both: ArcList = {
    sources: new Int32Array(2 * count),
    targets: new Int32Array(2 * count),
    weights: new Float64Array(2 * count),
  };
  both.sources.set(sources);
  both.sources.set(targets, count);
  both.targets.set(targets);
  both.targets.set(sources, count);
  both.weights.set(weights);
  both.weights.set(weights, count);
  return both;
}

/** By source, then target. Cost: linear in arcs and nodes. */
export function sortArcs(nodes: number, arcs: ArcList): ArcList {
  return countingSort(nodes, countingSort(nodes, arcs, 'targets'), 'sources');
}

/** Adds up the arcs of one pair, which lie side by side, from the smallest weight on. */
export function groupArcs(nodes: number, { sources, targets, weights }: ArcList): Adjacency {
  const starts = new Int32Array(nodes + 1);
  const ends = new Int32Array(sources.length);
  const sums = new Float64Array(sources.length);
  let count = 0;
  for (let from = 0; from < sources.length;) {
    let to = from + 1;
    while (to < sources.length && isSamePair(sources, targets, from, to)) to++;
    let sum = weights[from]!;
    if (to > from + 1)
      sum = weights
        .slice(from, to)
        .sort()
        .reduce((total, next) => total + next);
    ends[count] = targets[from]!;
    sums[count++] = sum;
    starts[sources[from]! + 1]!++;
    from = to;
  }
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!;
  return { starts, nodes: ends.slice(0, count), weights: sums.slice(0, count) };
}

function isSamePair(sources: Int32Array, targets: Int32Array, a: number, b: number): boolean {
  return sources[a] === sources[b] && targets[a] === targets[b];
}

function countingSort(nodes: number, arcs: ArcList, by: 'sources' | 'targets'): ArcList {
  const keys = arcs[by];
  const places = new Int32Array(nodes + 1);
  for (let arc = 0; arc < keys.length; arc++) places[keys[arc]! + 1]!++;
  for (let node = 0; node < nodes; node++) places[node + 1]! += places[node]!;
  const sorted: ArcList = {
    sources: new Int32Array(keys.length),
    targets: new Int32Array(keys.length),
    weights: new Float64Array(keys.length),
  };
  for (let arc = 0; arc < keys.length; arc++) {
    const place = places[keys[arc]!]!++;
    sorted.sources[place] = arcs.sources[arc]!;
    sorted.targets[place] = arcs.targets[arc]!;
    sorted.weights[place] = arcs.weights[arc]!;
  }
  return sorted;
}
