/** A statistic of each place; NaN stands for null: where it is not defined, or does not vary. */
export interface LocalStatistics {
  statistic: Float64Array;
  expected: Float64Array;
  variance: Float64Array;
  z: Float64Array;
}

/** Of what is left of a variance after terms that should cancel. */
const ROUNDING = 1e-12;

export function emptyStatistics(n: number): LocalStatistics {
  const column = () => new Float64Array(n).fill(NaN);
  return { statistic: column(), expected: column(), variance: column(), z: column() };
}

/**
 * The variance of a weighted sum of distinct values drawn from a population: of sum_j w_j y_j it is
 * s2 (m sum w^2 - W^2) / (m - 1).
 *
 * Source: Sokal, Oden and Thomson (1998), Local spatial autocorrelation in a biological model,
 * Geographical Analysis 30, 331-354, appendix.
 *
 * @param size m of the population
 * @param spread s2 of the population, divided by m; `largest` a number that rounding errors are
 * relative to
 * @returns 0 where all are drawn with the same weight, or all are equal
 */
export function drawnVariance(
  { size, spread, largest }: { size: number; spread: number; largest: number },
  { sum, squares }: { sum: number; squares: number },
): number {
  const freedom = size * squares - sum * sum;
  if (size < 2 || freedom <= ROUNDING * size * squares || spread <= ROUNDING * largest) return 0;
  return (spread * freedom) / (size - 1);
}

/** Puts down what is known of place i. */
export function setStatistic(
  into: LocalStatistics,
  i: number,
  { statistic, expected, variance }: { statistic: number; expected: number; variance: number },
): void {
  into.statistic[i] = statistic;
  if (!(variance > 0)) return;
  into.expected[i] = expected;
  into.variance[i] = variance;
  into.z[i] = (statistic - expected) / Math.sqrt(variance);
}
