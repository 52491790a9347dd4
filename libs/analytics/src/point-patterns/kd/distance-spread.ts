import {
  sharedPlaces,
  visitPairs,
  type PairHistogram,
  type PairSets,
} from '../pairs/pair-histogram.js';

/** How far pairs are apart, as far as a bandwidth needs it. */
export interface DistanceSpread {
  count: number;
  /** With count - 1. */
  standardDeviation: number;
  /** Between quartiles of type 7 of R's `quantile`. */
  interquartileRange: number;
}

/** From the bins: distances are off by half a bin width at most. */
export function spreadOfHistogram({ counts, binWidth }: PairHistogram): DistanceSpread {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    count += counts[bin]!;
    sum += counts[bin]! * bin;
    squares += counts[bin]! * bin * bin;
  }
  const variance = Math.max(squares - (sum * sum) / count, 0) / (count - 1);
  const ranks = quartileRanks(count);
  const bin = (rank: number) => binAt(counts, rank);
  return {
    count,
    standardDeviation: binWidth * Math.sqrt(variance),
    interquartileRange: binWidth * (between(ranks.upper, bin) - between(ranks.lower, bin)),
  };
}

/** Into which the bins that hold a quartile are divided. */
const PARTS = 4096;

/**
 * Visits all pairs once more: the standard deviation is exact, quartiles to 1/8192 of a bin width.
 *
 * @param histogram of the same pairs within the same reach
 */
export function spreadOfPairs(
  sets: PairSets,
  histogram: PairHistogram,
  reach: number,
): DistanceSpread {
  const { counts, binWidth } = histogram;
  const { count } = spreadOfHistogram(histogram);
  const { lower, upper } = quartileRanks(count);
  const bins = [lower, upper].flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]);
  const divided = [...new Set(bins.map((rank) => binAt(counts, rank)))];
  const centre = binWidth * binAt(counts, Math.floor(count / 2));
  const { sum, squares, parts } = tally(sets, { divided, binWidth, reach, centre });
  const distanceAt = (rank: number) => {
    const bin = binAt(counts, rank);
    const before = counts.subarray(0, bin).reduce((total, pairs) => total + pairs, 0);
    const part = binAt(parts[divided.indexOf(bin)]!, rank - before);
    return binWidth * Math.max(bin - 0.5 + (part + 0.5) / PARTS, 0);
  };
  return {
    count,
    standardDeviation: Math.sqrt(Math.max(squares - (sum * sum) / count, 0) / (count - 1)),
    interquartileRange: between(upper, distanceAt) - between(lower, distanceAt),
  };
}

interface TallyOptions {
  divided: readonly number[];
  binWidth: number;
  reach: number;
  centre: number;
}

/** Sums of the distances from a centre, and of their squares, and the pairs in parts of some bins. */
function tally(
  { references, neighbours }: PairSets,
  { divided, binWidth, reach, centre }: TallyOptions,
): { sum: number; squares: number; parts: Float64Array[] } {
  const targets = neighbours ?? references;
  const parts = divided.map(() => new Float64Array(PARTS + 1));
  let sum = 0;
  let squares = 0;
  const add = (distance: number, pairs: number) => {
    sum += pairs * (distance - centre);
    squares += pairs * (distance - centre) ** 2;
    const place = distance / binWidth + 0.5;
    const part = parts[divided.indexOf(Math.floor(place))];
    if (part) part[Math.floor((place - Math.floor(place)) * PARTS)]! += pairs;
  };
  add(0, sharedPlaces({ references, neighbours }).count);
  visitPairs({ references, neighbours }, reach, (source, low, high) => {
    for (let j = low; j < high; j++) {
      const dx = targets.xs[j]! - references.xs[source]!;
      const dy = targets.ys[j]! - references.ys[source]!;
      const squared = dx * dx + dy * dy;
      if (squared > reach * reach) continue;
      add(Math.sqrt(squared), references.counts[source]! * targets.counts[j]!);
    }
  });
  return { sum, squares, parts };
}

/** From 0; type 7. */
function quartileRanks(count: number): { lower: number; upper: number } {
  return { lower: (count - 1) / 4, upper: (3 * (count - 1)) / 4 };
}

/** The bin of the pair of this rank, from 0. */
function binAt(counts: Float64Array, rank: number): number {
  let bin = 0;
  for (let before = counts[0]!; before <= rank && bin < counts.length - 1; before += counts[bin]!)
    bin++;
  return bin;
}

/** Interpolates between the pairs at the two nearest ranks. */
function between(rank: number, valueAt: (rank: number) => number): number {
  const below = valueAt(Math.floor(rank));
  return below + (rank - Math.floor(rank)) * (valueAt(Math.ceil(rank)) - below);
}
