import { collapseSites, type Sites, type WeightedPoints } from '../../sites/collapse-sites.js';
import type { Covariance } from '../kernel-density-at.js';
import { evenRowHeight } from '../site-rows.js';

/** Sites are put in an order; any rows do. */
const SITES_PER_ROW = 256;

/** What a rule finds from the spread of points. */
export interface NormalBandwidth {
  /** For both axes: the geometric mean of those of each. */
  sigma: number;
  x: number;
  y: number;
  /** Of a kernel that is shaped like the points. */
  covariance: Covariance;
  /** (sum w)^2 / sum w^2: the number of equal weights that vary as much. */
  effectiveCount: number;
}

/**
 * The bandwidth that suits points spread normally: SD n^(-1/6), n the effective number of points.
 *
 * Scott's rule and Silverman's are the same in the plane. Weights are taken for the reliability of
 * points, not for duplicates, in n and in the standard deviations. The order of points does not
 * matter.
 *
 * Source: Scott (1992), Multivariate Density Estimation, eq. 6.42; Silverman (1986), Density
 * Estimation, eq. 4.14; n: Kish (1965), Survey Sampling, 8.2.
 *
 * @returns metres, as the points
 * @throws {RangeError} if the weighted points are fewer than two, or lie on a line along an axis
 */
export function normalBandwidth(points: WeightedPoints): NormalBandwidth {
  const { effectiveCount, covariance } = spreadOf(points);
  const factor = effectiveCount ** (-1 / 6);
  const { xx, xy, yy } = covariance;
  if (!(xx > 0 && yy > 0)) {
    throw new RangeError(
      'Points at fewer than two x or y have no bandwidth by their spread; give one',
    );
  }
  const x = Math.sqrt(xx) * factor;
  const y = Math.sqrt(yy) * factor;
  const square = factor * factor;
  return {
    sigma: Math.sqrt(x * y),
    x,
    y,
    covariance: { xx: xx * square, xy: xy * square, yy: yy * square },
    effectiveCount,
  };
}

/**
 * ArcGIS's default search radius: 0.9 min(SD, sqrt(1 / ln 2) D) n^(-1/5), SD the standard distance
 * from the mean centre and D the median distance from it, n the sum of weights.
 *
 * Source: Esri, How Kernel Density works, “Default search radius (bandwidth)”.
 *
 * @returns the radius h of a quartic kernel, in metres
 * @throws {RangeError} if the points weigh nothing or lie in one place
 */
export function arcgisRadius(points: WeightedPoints): number {
  const { xs, ys, weights } = collapseSites(points, evenRowHeight(points, SITES_PER_ROW));
  const { x, y, sum } = centreOf({ xs, ys, weights });
  const distances = xs.map((_, i) => Math.hypot(xs[i]! - x, ys[i]! - y));
  let squares = 0;
  for (let i = 0; i < xs.length; i++) squares += weights[i]! * distances[i]! ** 2;
  const order = Uint32Array.from(xs, (_, i) => i).sort((a, b) => distances[a]! - distances[b]!);
  const median = weightedMedian(distances, order, { weights, sum });
  const standard = Math.sqrt(squares / sum);
  const spread = Math.min(standard, median > 0 ? Math.sqrt(1 / Math.LN2) * median : standard);
  if (!(spread > 0)) throw new RangeError('Points in one place have no radius by their spread');
  return 0.9 * spread * sum ** -0.2;
}

/** The mean of the two middle ones where half of the weight lies on either side. */
function weightedMedian(
  values: Float64Array,
  order: Uint32Array,
  { weights, sum }: { weights: Float64Array; sum: number },
): number {
  let below = 0;
  for (let at = 0; at < order.length; at++) {
    below += weights[order[at]!]!;
    if (below > sum / 2 || at === order.length - 1) return values[order[at]!]!;
    if (below < sum / 2) continue;
    let next = at + 1;
    while (next < order.length - 1 && weights[order[next]!] === 0) next++;
    return (values[order[at]!]! + values[order[next]!]!) / 2;
  }
  return 0;
}

type WeightedSites = Pick<Sites, 'xs' | 'ys' | 'weights'>;

function centreOf({ xs, ys, weights }: WeightedSites): { x: number; y: number; sum: number } {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    sum += weights[i]!;
    sumX += weights[i]! * (xs[i]! - xs[0]!);
    sumY += weights[i]! * (ys[i]! - ys[0]!);
  }
  if (!(sum > 0)) throw new RangeError('There are no points that weigh anything');
  return { x: xs[0]! + sumX / sum, y: ys[0]! + sumY / sum, sum };
}

function spreadOf(points: WeightedPoints): { effectiveCount: number; covariance: Covariance } {
  const { xs, ys, weights } = collapseSites(points, evenRowHeight(points, SITES_PER_ROW));
  const { x, y, sum } = centreOf({ xs, ys, weights });
  const squares = sumOfSquares(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const dx = xs[i]! - x;
    const dy = ys[i]! - y;
    xx += weights[i]! * dx * dx;
    xy += weights[i]! * dx * dy;
    yy += weights[i]! * dy * dy;
  }
  const degrees = sum - squares / sum; // n - 1 where all weigh 1
  if (!(degrees > 0)) throw new RangeError('A single point has no spread; give a bandwidth');
  return {
    effectiveCount: (sum * sum) / squares,
    covariance: { xx: xx / degrees, xy: xy / degrees, yy: yy / degrees },
  };
}

/** From the smallest up, so that the order of points does not matter. */
function sumOfSquares({ xs, weights }: WeightedPoints): number {
  if (!weights) return xs.length;
  return weights
    .slice()
    .sort()
    .reduce((sum, weight) => sum + weight * weight, 0);
}
