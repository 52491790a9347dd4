import { normalTail } from '../statistics/normal-distribution.js';

/**
 * What counts as being as extreme as the statistic: `greater`, `lesser`, or either (`two-sided`);
 * `directed`: on the side where it lies, as PySAL's esda has it by default, which is half of a
 * two-sided value; `folded`: as far from the mean on either side.
 */
export type Alternative = 'two-sided' | 'greater' | 'lesser' | 'directed' | 'folded';

/** Of the permutations: those with a statistic at least as great, and at most as great. */
export interface PermutationCounts {
  greater: number;
  lesser: number;
  permutations: number;
}

/**
 * The probability under random permutation of a statistic as extreme as the one observed, which is
 * counted as one of the permutations.
 *
 * The two-sided value is twice the smaller tail, at most 1. For `folded`, `greater` and `lesser` are
 * counts of those at least as far above, and below, the mean.
 *
 * Source: Davison and Hinkley (1997), Bootstrap Methods and their Application; Phipson and
 * Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, art. 39.
 *
 * @returns from 1 / (permutations + 1), two-sided twice that, to 1
 */
export function permutationPValue(
  { greater, lesser, permutations }: PermutationCounts,
  alternative: Alternative = 'two-sided',
): number {
  return Math.min(1, exceedances(greater, lesser) / (permutations + 1));

  function exceedances(above: number, below: number): number {
    if (alternative === 'greater') return above + 1;
    if (alternative === 'lesser') return below + 1;
    if (alternative === 'directed') return Math.min(above, permutations - above) + 1;
    if (alternative === 'folded') return above + below + 1;
    return 2 * (Math.min(above, below) + 1);
  }
}

/** The probability of so extreme a z if it were standard normal. */
export function normalPValue(z: number, alternative: Alternative = 'two-sided'): number {
  if (alternative === 'greater') return normalTail(z);
  if (alternative === 'lesser') return normalTail(-z);
  const tail = normalTail(Math.abs(z));
  return alternative === 'directed' ? tail : 2 * tail;
}

/**
 * Counts simulated statistics beside the one observed. Those within 1e-10 of it, relative to their
 * range, are equal to it: sums in another order must not break ties.
 *
 * @param simulated one for each permutation
 * @param alternative `folded` counts distances from the simulated mean instead
 */
export function countExtremes(
  observed: number,
  simulated: Float64Array,
  alternative: Alternative,
): PermutationCounts {
  const mean = simulated.reduce((sum, value) => sum + value, 0) / Math.max(1, simulated.length);
  const distance = Math.abs(observed - mean);
  const [high, low] =
    alternative === 'folded' ? [mean + distance, mean - distance] : [observed, observed];
  const range = simulated.reduce((most, value) => Math.max(most, Math.abs(value - mean)), distance);
  const tolerance = 1e-10 * range;
  let greater = 0;
  let lesser = 0;
  for (const value of simulated) {
    if (value >= high - tolerance) greater++;
    if (value <= low + tolerance) lesser++;
  }
  return { greater, lesser, permutations: simulated.length };
}
