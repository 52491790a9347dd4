import type { SiteSubset } from './site-subset.js';
import { visitWindows, visitWindowsWithin, type WindowVisit } from './visit-windows.js';

/** Either all pairs within one subset, or all pairs of one of the first and one of the second. */
export interface PairSets {
  references: SiteSubset;
  /** null: the references, each pair once. */
  neighbours: SiteSubset | null;
}

/** Pairs by their distance: bin k has those nearer to k bin widths than to others. */
export interface PairHistogram {
  counts: Float64Array;
  /** Sums of the products of two weights; the counts themselves if points are not weighted. */
  weights: Float64Array;
  binWidth: number;
}

interface HistogramOptions {
  /** Pairs further apart are left out; one of exactly this distance is not. */
  reach: number;
  binWidth: number;
  isWeighted: boolean;
}

/** Cost: about 5 ns for each pair of places within reach; points at one place are one. */
export function pairHistogram(
  { references, neighbours }: PairSets,
  { reach, binWidth, isWeighted }: HistogramOptions,
): PairHistogram {
  const counts = new Float64Array(Math.floor(reach / binWidth + 0.5) + 2);
  const weights = isWeighted ? new Float64Array(counts.length) : counts;
  const targets = neighbours ?? references;
  const bins = { squaredReach: reach * reach, binsPerUnit: 1 / binWidth };
  const visit = isWeighted
    ? weighingCounter({ counts, weights }, { sources: references, targets, ...bins })
    : counter(counts, { sources: references, targets, ...bins });
  visitPairs({ references, neighbours }, reach, visit);
  const shared = sharedPlaces({ references, neighbours });
  counts[0]! += shared.count;
  if (isWeighted) weights[0]! += shared.weight;
  return { counts, weights, binWidth };
}

/** Pairs at two different places, and a few out of reach. */
export function visitPairs(
  { references, neighbours }: PairSets,
  reach: number,
  visit: WindowVisit,
): void {
  if (!neighbours) visitWindowsWithin(references, { reach, visit });
  else visitWindows(references, neighbours, { reach, from: 0, to: references.sites.length, visit });
}

/** Of pairs at one place. */
export function sharedPlaces({ references, neighbours }: PairSets): {
  count: number;
  weight: number;
} {
  let count = 0;
  let weight = 0;
  for (let i = 0, j = 0; i < references.sites.length; i++) {
    if (!neighbours) {
      count += (references.counts[i]! * (references.counts[i]! - 1)) / 2;
      weight += (references.weights[i]! ** 2 - references.squares[i]!) / 2;
      continue;
    }
    while (j < neighbours.sites.length && neighbours.sites[j]! < references.sites[i]!) j++;
    if (neighbours.sites[j] !== references.sites[i]) continue;
    count += references.counts[i]! * neighbours.counts[j]!;
    weight += references.weights[i]! * neighbours.weights[j]!;
  }
  return { count, weight };
}

interface CountedPairs {
  sources: SiteSubset;
  targets: SiteSubset;
  squaredReach: number;
  binsPerUnit: number;
}

function counter(
  counts: Float64Array,
  { sources, targets, squaredReach, binsPerUnit }: CountedPairs,
): WindowVisit {
  const { xs, ys, counts: points } = targets;
  return (source, low, high) => {
    const x = sources.xs[source]!;
    const y = sources.ys[source]!;
    const here = sources.counts[source]!;
    for (let j = low; j < high; j++) {
      const dx = xs[j]! - x;
      const dy = ys[j]! - y;
      const squared = dx * dx + dy * dy;
      if (squared > squaredReach) continue;
      counts[(Math.sqrt(squared) * binsPerUnit + 0.5) | 0]! += here * points[j]!;
    }
  };
}

function weighingCounter(
  { counts, weights }: Pick<PairHistogram, 'counts' | 'weights'>,
  { sources, targets, squaredReach, binsPerUnit }: CountedPairs,
): WindowVisit {
  const { xs, ys, counts: points, weights: masses } = targets;
  return (source, low, high) => {
    const x = sources.xs[source]!;
    const y = sources.ys[source]!;
    const here = sources.counts[source]!;
    const mass = sources.weights[source]!;
    for (let j = low; j < high; j++) {
      const dx = xs[j]! - x;
      const dy = ys[j]! - y;
      const squared = dx * dx + dy * dy;
      if (squared > squaredReach) continue;
      const bin = (Math.sqrt(squared) * binsPerUnit + 0.5) | 0;
      counts[bin]! += here * points[j]!;
      weights[bin]! += mass * masses[j]!;
    }
  };
}
