import type { AnnulusDensity } from './ring-density.js';

/** How a density falls with distance: density(r) = centre exp(-beta r). */
export interface DecayCurve {
  /** Per metre; negative where it rises. */
  beta: number;
  /** Metres over which the density halves; null where it does not fall. */
  halfDistance: number | null;
  /** The fitted density at the centre, per square kilometre. */
  centre: number;
  /** The share of the variance of the logarithms that the curve explains; null where there is none. */
  explained: number | null;
  /** Annuli that were fitted: those that hold something. */
  annuli: number;
}

/**
 * Fits an exponential decay to the densities of annuli, as a line through their logarithms at the
 * middle of each annulus, weighted by the number of points in it (a logarithm of n varies by 1 / n).
 *
 * An empty annulus has no logarithm and is left out, which makes the curve flatter than the truth
 * where many are.
 *
 * Source: Clark (1951), Urban population densities, JRSS A 114(4), 490-496; the weights: the delta
 * method for a Poisson count.
 *
 * @param of what the density is: points, or their weight
 * @returns null if fewer than two annuli hold anything
 */
export function fitDecay(
  annuli: readonly AnnulusDensity[],
  of: 'count' | 'weight',
): DecayCurve | null {
  const points = annuli.flatMap(({ inner, outer, count, countPerKm2, weightPerKm2 }) => {
    const density = of === 'count' ? countPerKm2 : (weightPerKm2 ?? 0);
    return density > 0
      ? [{ middle: (inner + outer) / 2, logarithm: Math.log(density), share: count }]
      : [];
  });
  if (points.length < 2) return null;
  const mean = (value: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + point.share * value(point), 0) /
    points.reduce((sum, { share }) => sum + share, 0);
  const middle = mean((point) => point.middle);
  const level = mean((point) => point.logarithm);
  const spread = mean((point) => (point.middle - middle) ** 2);
  const variance = mean((point) => (point.logarithm - level) ** 2);
  const covariance = mean((point) => (point.middle - middle) * (point.logarithm - level));
  const slope = covariance / spread;
  return {
    beta: -slope,
    halfDistance: slope < 0 ? Math.LN2 / -slope : null,
    centre: Math.exp(level - slope * middle),
    explained: variance > 0 ? (slope * covariance) / variance : null,
    annuli: points.length,
  };
}
