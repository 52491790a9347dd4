import type { WeightedPoints } from '../sites/collapse-sites.js';
import { kernelProfile, sizeKernel, type Kernel, type SizedKernel } from './kernels.js';
import { buildSiteRows, firstFrom, rowHeightFor, type SiteRows } from './site-rows.js';

/** Where a density is asked for. */
export interface Places {
  xs: Float64Array;
  ys: Float64Array;
}

export interface KernelOptions {
  kernel: Kernel;
  /** The standard deviation of the kernel along either axis, in metres. */
  sigma: number;
}

/** Square metres in a square kilometre. */
export const PER_KM2 = 1e6;

/** A gaussian of any orientation; square metres. */
export interface Covariance {
  xx: number;
  xy: number;
  yy: number;
}

/**
 * The kernel density at given places, exactly: the sum of w K(d) over all points.
 *
 * Nothing is binned. Only weights below 1e-15 of a kernel's height are left out: those beyond 8.5
 * sigma of a gaussian, 35 lengths of an exponential. Points at one place are one site, and sites add
 * up by row, then x, so that the answer does not depend on the points' order. Cost: places times the
 * sites within reach.
 *
 * Source: Silverman (1986), Density Estimation, eq. 4.1.
 *
 * @returns weight per square kilometre, one for each place
 * @throws {RangeError} if sigma is not positive, or as `collapseSites`
 */
export function kernelDensityAt(
  points: WeightedPoints,
  { xs, ys }: Places,
  { kernel, sigma }: KernelOptions,
): Float64Array {
  checkPlaces({ xs, ys });
  const sized = sizeKernel(kernel, sigma);
  const rows = buildSiteRows(points, rowHeightFor(sized.reach, points));
  return xs.map((x, i) => PER_KM2 * sumAround(rows, x, ys[i]!, { kernel: sized, except: -1 }));
}

/**
 * The kernel density at each point without the point itself: of w points at one place one is left
 * out, of one with a weight the whole weight.
 *
 * @returns weight per square kilometre, one for each point
 * @throws {RangeError} as `kernelDensityAt`
 */
export function kernelDensityWithout(
  points: WeightedPoints,
  { kernel, sigma }: KernelOptions,
): Float64Array {
  const sized = sizeKernel(kernel, sigma);
  const rows = buildSiteRows(points, rowHeightFor(sized.reach, points));
  const others = rows.xs.map((x, site) =>
    sumAround(rows, x, rows.ys[site]!, { kernel: sized, except: site }),
  );
  return points.xs.map((_, i) => {
    const site = rows.siteOf[i]!;
    const here = rows.weights[site]! - (points.weights ? points.weights[i]! : 1);
    return PER_KM2 * (others[site]! + here * sized.height);
  });
}

/**
 * The density of gaussians with a covariance, exactly, as `kernelDensityAt`: coordinates are turned
 * and scaled so that the kernel becomes round.
 *
 * @throws {RangeError} if the covariance is not positive definite, or as `collapseSites`
 */
export function gaussianDensityAt(
  points: WeightedPoints,
  places: Places,
  covariance: Covariance,
): Float64Array {
  const { xx, xy, yy } = covariance;
  const determinant = xx * yy - xy * xy;
  if (!(xx > 0 && determinant > 0 && determinant < Infinity)) {
    throw new RangeError(`${xx}, ${xy}, ${yy} is no covariance of a plane`);
  }
  const a = 1 / Math.sqrt(xx);
  const c = Math.sqrt(xx / determinant);
  const b = (-xy / xx) * c;
  const round = ({ xs, ys }: Places) => ({
    xs: xs.map((x) => a * x),
    ys: ys.map((y, i) => b * xs[i]! + c * y),
  });
  return kernelDensityAt({ ...round(points), weights: points.weights }, round(places), {
    kernel: 'gaussian',
    sigma: 1,
  }).map((density) => density / Math.sqrt(determinant));
}

/** The sum of w K(d) over the sites but one, per square of the unit. */
export function sumAround(
  rows: SiteRows,
  x: number,
  y: number,
  { kernel: { kernel, radius, reach, height }, except }: { kernel: SizedKernel; except: number },
): number {
  const { lowest, rowHeight, rowStarts, xs, ys, weights } = rows;
  const squaredReach = reach * reach;
  const perRadius = 1 / (radius * radius);
  const top = Math.min(rowStarts.length - 2, Math.floor((y + reach - lowest) / rowHeight) + 1);
  let sum = 0;
  for (let row = Math.max(0, Math.floor((y - reach - lowest) / rowHeight) - 1); row <= top; row++) {
    const to = rowStarts[row + 1]!;
    for (let i = firstFrom(xs, x - reach, rowStarts[row]!, to); i < to; i++) {
      const dx = xs[i]! - x;
      if (dx > reach) break;
      const dy = ys[i]! - y;
      const squared = dx * dx + dy * dy;
      if (squared > squaredReach || i === except) continue;
      sum += weights[i]! * kernelProfile(kernel, squared * perRadius);
    }
  }
  return sum * height;
}

function checkPlaces({ xs, ys }: Places): void {
  if (xs.length !== ys.length) {
    throw new RangeError(`${xs.length} xs, but ${ys.length} ys of the places`);
  }
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(xs[i]! + ys[i]!))
      throw new RangeError(`Place ${i} is at ${xs[i]}, ${ys[i]}`);
  }
}
