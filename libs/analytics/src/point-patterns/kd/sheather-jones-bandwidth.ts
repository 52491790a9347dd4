import { lineBandwidth } from '../../density/line/line-bandwidth.js';
import type { WeightedValues } from '../../density/line/line-density.js';
import {
  sharedPlaces,
  visitPairs,
  type PairHistogram,
  type PairSets,
} from '../pairs/pair-histogram.js';

/** Distances that are kept one by one; of more pairs the bins do. */
const MOST_DISTANCES = 100_000;

/**
 * Sheather and Jones's rule on the distances of pairs, as R's `bw.SJ`: on the distances themselves if
 * they are to be exact and at most 100,000, else on the middles of the bins.
 *
 * @param histogram of the same pairs within the same reach
 * @returns in the unit of the distances; null if there are fewer than two, or all are equal
 * @throws {RangeError} if the distances are too sparse for the rule
 */
export function sheatherJonesBandwidth(
  sets: PairSets,
  { counts, binWidth }: PairHistogram,
  { reach, isExact }: { reach: number; isExact: boolean },
): number | null {
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  const { values, weights } =
    isExact && pairs <= MOST_DISTANCES
      ? distancesOf(sets, reach)
      : { values: counts.map((_, bin) => bin * binWidth), weights: counts };
  const first = values.find((_, i) => weights[i]! > 0);
  const isEqual = values.every((value, i) => weights[i] === 0 || value === first);
  return pairs < 2 || isEqual ? null : lineBandwidth({ values, weights }, 'sj');
}

/** Each distance with the pairs that have it. */
function distancesOf(
  { references, neighbours }: PairSets,
  reach: number,
): WeightedValues & { weights: Float64Array } {
  const targets = neighbours ?? references;
  const values = [0];
  const weights = [sharedPlaces({ references, neighbours }).count];
  visitPairs({ references, neighbours }, reach, (source, low, high) => {
    for (let j = low; j < high; j++) {
      const dx = targets.xs[j]! - references.xs[source]!;
      const dy = targets.ys[j]! - references.ys[source]!;
      const squared = dx * dx + dy * dy;
      if (squared > reach * reach) continue;
      values.push(Math.sqrt(squared));
      weights.push(references.counts[source]! * targets.counts[j]!);
    }
  });
  return { values: Float64Array.from(values), weights: Float64Array.from(weights) };
}
