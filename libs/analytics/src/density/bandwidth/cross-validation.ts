import type { WeightedPoints } from '../../sites/collapse-sites.js';
import { kernelDensity } from '../kernel-density.js';
import { PER_KM2, sumAround } from '../kernel-density-at.js';
import { sizeKernel } from '../kernels.js';
import { frameOver, type Box } from '../raster.js';
import { buildSiteRows, evenRowHeight, type SiteRows } from '../site-rows.js';
import { massInBox, massInBoxRaster } from '../window-mass.js';

/** How a bandwidth was chosen among several. */
export interface BandwidthSearch {
  /** The chosen one, metres. */
  sigma: number;
  /** Ascending. */
  sigmas: number[];
  /** One for each, the larger the better; null where the criterion has no value. */
  criteria: (number | null)[];
  /** Whether the best one is the smallest or the largest tried, so that it may not be the best. */
  isAtEnd: boolean;
}

/** All pairs are measured for each bandwidth. */
const MOST_SITES = 10_000;

const TRIED = 16;
const SITES_PER_ROW = 16;
/** Standard deviations at which exp underflows: even far neighbours keep their logarithm. */
const UNDERFLOW = 38;

/**
 * The gaussian bandwidth of the largest likelihood: the sum over the points of ln of the density
 * that the others give there, less the integral of the density, both edge-corrected.
 *
 * 16 bandwidths are tried, in even ratios from the distance of the two nearest sites to half of the
 * window's diagonal, so the answer is one of these. A site of weight w is w points, one of which is
 * left out. Cost: 16 times all pairs.
 *
 * Source: Loader (1999), Local Regression and Likelihood, 5.3; the 16 bandwidths: `bw.ppl` of
 * spatstat.
 *
 * @param window that holds all points
 * @throws {RangeError} if there are fewer than two or more than 10,000 sites, or one outside
 */
export function likelihoodBandwidth(points: WeightedPoints, window: Box): BandwidthSearch {
  const rows = searchRows(points, window);
  return search(rows, window, (sigma) => {
    const kernel = sizeKernel('gaussian', sigma);
    const far = { ...kernel, reach: UNDERFLOW * sigma };
    let sum = -integral(rows, window, sigma);
    for (let site = 0; site < rows.xs.length; site++) {
      const [x, y, weight] = [rows.xs[site]!, rows.ys[site]!, rows.weights[site]!];
      if (weight === 0) continue;
      const others =
        sumAround(rows, x, y, { kernel: far, except: site }) +
        Math.max(0, weight - 1) * kernel.height;
      sum += weight * Math.log(others / massInBox(kernel, window, x, y));
    }
    return sum;
  });
}

/**
 * The gaussian bandwidth at which the points' inverse densities add up to the window's area: the
 * square of the difference is smallest. Densities are not edge-corrected and include the point.
 *
 * The bandwidths are those of `likelihoodBandwidth`, and so is the cost.
 *
 * Source: Cronie and van Lieshout (2018), A non-model-based approach to bandwidth selection for
 * kernel estimators of spatial intensity functions, Biometrika 105(2), 455-462, eq. 4.
 *
 * @param window that holds all points
 * @throws {RangeError} as `likelihoodBandwidth`
 */
export function areaBandwidth(points: WeightedPoints, window: Box): BandwidthSearch {
  const rows = searchRows(points, window);
  const area = (window.east - window.west) * (window.north - window.south);
  return search(rows, window, (sigma) => {
    const kernel = sizeKernel('gaussian', sigma);
    let sum = 0;
    for (let site = 0; site < rows.xs.length; site++) {
      const density = sumAround(rows, rows.xs[site]!, rows.ys[site]!, { kernel, except: -1 });
      if (rows.weights[site]! > 0) sum += rows.weights[site]! / density;
    }
    return -((sum - area) ** 2);
  });
}

/** @throws {RangeError} if the sites are too few or too many, or one lies outside the window */
export function searchRows(points: WeightedPoints, window: Box): SiteRows {
  const rows = buildSiteRows(points, evenRowHeight(points, SITES_PER_ROW));
  const { xs, ys } = rows;
  if (xs.length < 2) throw new RangeError('Fewer than two sites: no bandwidth can be compared');
  if (xs.length > MOST_SITES) {
    throw new RangeError(
      `${xs.length} sites are more than the ${MOST_SITES} whose pairs can be compared; take scott`,
    );
  }
  const { west, south, east, north } = window;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i]! >= west && xs[i]! <= east && ys[i]! >= south && ys[i]! <= north) continue;
    throw new RangeError(`The site at ${xs[i]}, ${ys[i]} lies outside the window`);
  }
  return rows;
}

/** Takes the largest criterion, the smallest bandwidth of equal ones. */
function search(
  rows: SiteRows,
  window: Box,
  criterion: (sigma: number) => number,
): BandwidthSearch {
  const smallest = nearestDistance(rows);
  const largest = Math.hypot(window.east - window.west, window.north - window.south) / 2;
  const sigmas = Array.from(
    { length: TRIED },
    (_, i) => smallest * (largest / smallest) ** (i / (TRIED - 1)),
  );
  const criteria = sigmas.map(criterion).map((value) => (Number.isFinite(value) ? value : null));
  let best = -1;
  criteria.forEach((value, i) => {
    if (value !== null && (best < 0 || value > criteria[best]!)) best = i;
  });
  if (best < 0)
    throw new RangeError('No bandwidth has a likelihood: a point is too far from others');
  const isAtEnd = best === 0 || best === TRIED - 1;
  return { sigma: sigmas[best]!, sigmas, criteria, isAtEnd };
}

/** Between the two nearest sites. */
function nearestDistance({ xs, ys }: SiteRows): number {
  let squared = Infinity;
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const dx = xs[j]! - xs[i]!;
      const dy = ys[j]! - ys[i]!;
      squared = Math.min(squared, dx * dx + dy * dy);
    }
  }
  return Math.sqrt(squared);
}

/** Of the edge-corrected density over the window; a kernel below a cell lies inside of it. */
function integral(rows: SiteRows, window: Box, sigma: number): number {
  const side = Math.max(window.east - window.west, window.north - window.south);
  const cell = Math.min(side / 128, Math.max(side / 512, sigma / 4));
  if (sigma < cell) return rows.weights.reduce((sum, weight) => sum + weight, 0);
  const frame = frameOver(window, cell);
  const density = kernelDensity(rows, frame, { kernel: 'gaussian', sigma });
  const mass = massInBoxRaster(frame, window, sizeKernel('gaussian', sigma));
  let sum = 0;
  for (let i = 0; i < mass.values.length; i++) {
    if (mass.values[i]! > 0) sum += density.values[i]! / mass.values[i]!;
  }
  return (sum * cell * cell) / PER_KM2;
}
