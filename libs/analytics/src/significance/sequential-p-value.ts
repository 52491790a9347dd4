import type { Alternative } from './p-value.js';

/** Draws until so many exceedances, or until the permutations are used up. */
export interface SequentialCount {
  exceedances: number;
  /** Of the last one that counts. */
  draws: number;
}

/**
 * The p-value of an exceedance that was counted only until it had happened `stopAt` times: nearly
 * all that is unremarkable is known to be so after a few draws.
 *
 * Source: Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301-304:
 * h / l where it stopped at the l-th draw, else (g + 1) / (n + 1).
 */
export function sequentialPValue(
  { exceedances, draws }: SequentialCount,
  { stopAt, permutations }: { stopAt: number; permutations: number },
): number {
  return exceedances >= stopAt ? stopAt / draws : (exceedances + 1) / (permutations + 1);
}

/** As `sequentialPValue`, where each tail was counted until it reached `stopAt`; two-sided twice the smaller. */
export function sequentialTailPValue(
  { above, below }: { above: SequentialCount; below: SequentialCount },
  limits: { stopAt: number; permutations: number },
  alternative: Exclude<Alternative, 'folded'>,
): number {
  const greater = sequentialPValue(above, limits);
  const lesser = sequentialPValue(below, limits);
  if (alternative === 'greater') return greater;
  if (alternative === 'lesser') return lesser;
  const smaller = Math.min(greater, lesser);
  return alternative === 'directed' ? smaller : Math.min(1, 2 * smaller);
}
