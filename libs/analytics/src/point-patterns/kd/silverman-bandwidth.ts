import type { DistanceSpread } from './distance-spread.js';

/**
 * Silverman's rule of thumb for a Gaussian kernel, as R's `bw.nrd0`: 0.9 times the smaller of the
 * standard deviation and the interquartile range / 1.34, by the fifth root of the count. The standard
 * deviation alone if the quartiles are equal.
 *
 * Source: Silverman (1986), Density Estimation for Statistics and Data Analysis, eq. 3.31.
 *
 * @returns in the unit of the distances; null if there are fewer than two, or all are equal
 */
export function silvermanBandwidth({
  count,
  standardDeviation,
  interquartileRange,
}: DistanceSpread): number | null {
  if (count < 2 || !(standardDeviation > 0)) return null;
  const robust = interquartileRange / 1.34;
  const spread = robust > 0 ? Math.min(standardDeviation, robust) : standardDeviation;
  return 0.9 * spread * count ** -0.2;
}
