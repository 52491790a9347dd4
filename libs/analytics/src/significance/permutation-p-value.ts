/** How many of the permuted statistics reach the observed one, from either side. */
export interface PermutationCounts {
  /** At least as large. */
  atLeast: number;
  /** At most as large. */
  atMost: number;
  permutations: number;
}

export type Alternative = 'greater' | 'lesser' | 'two-sided';

/**
 * The probability of a statistic as extreme by chance; the observed one counts as one of the
 * permutations, so that it is never 0.
 *
 * Source: Davison and Hinkley (1997), Bootstrap Methods and their Application, eq. 4.11; two-sided as
 * twice the smaller side, at most 1.
 */
export function permutationPValue(
  { atLeast, atMost, permutations }: PermutationCounts,
  alternative: Alternative,
): number {
  const greater = (atLeast + 1) / (permutations + 1);
  const lesser = (atMost + 1) / (permutations + 1);
  if (alternative === 'greater') return greater;
  if (alternative === 'lesser') return lesser;
  return Math.min(1, (2 * (Math.min(atLeast, atMost) + 1)) / (permutations + 1));
}
