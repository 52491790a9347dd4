import type { WeightedPoints } from '../../sites/collapse-sites.js';
import type { Box } from '../raster.js';
import type { SiteRows } from '../site-rows.js';
import { searchRows, type BandwidthSearch } from './cross-validation.js';

const RADII = 512;

/**
 * The bandwidth of the least mean square error for points that come of a Cox process, by
 * cross-validation of the moments: that of a uniform kernel of radius r, halved.
 *
 * M(r) = (1 / lambda - 2 K(r)) / pi r^2 + J(r) / (pi r^2)^2, with Ripley's K under the isotropic edge
 * correction and J the integral of the area that two discs of radius r have in common at the
 * distance of each pair. Radii are tried at 512 even steps up to a quarter of the window's shorter
 * side or sqrt(1000 / pi lambda), and M is compared over their lower half. A site of weight w is w
 * points. Cost: pairs within the largest radius times the radii.
 *
 * Source: Berman and Diggle (1989), Estimating weighted integrals of the second-order intensity of a
 * spatial point process, JRSS B 51(1), 81-92, section 3; the grid of radii: `bw.diggle` of spatstat.
 *
 * @param window that holds all points
 * @throws {RangeError} if there are fewer than two or more than 10,000 sites, one outside, or no more
 * than one point by weight
 */
export function diggleBandwidth(points: WeightedPoints, window: Box): BandwidthSearch {
  const rows = searchRows(points, window);
  const count = rows.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(count > 1)) throw new RangeError(`A weight of ${count} is no pair of points`);
  const [width, height] = [window.east - window.west, window.north - window.south];
  const density = count / (width * height);
  const largest = Math.min(Math.min(width, height) / 4, Math.sqrt(1000 / (Math.PI * density)));
  const step = largest / (RADII - 1);
  const ownPairs = rows.weights.reduce((sum, weight) => sum + weight * Math.max(0, weight - 1), 0);
  const pairs = countPairs(rows, window, step);
  pairs[0]! += ownPairs;
  const scale = (width * height) / (count * (count - 1));
  const radii = Array.from({ length: RADII / 2 }, (_, i) => i * step);
  const errors = radii.map((radius, i) => errorAt(i, radius, { pairs, scale, density }));
  let best = 1;
  for (let i = 2; i < errors.length; i++) if (errors[i]! < errors[best]!) best = i;
  return {
    sigma: radii[best]! / 2,
    sigmas: radii.slice(1).map((radius) => radius / 2),
    criteria: errors.slice(1).map((error) => -error),
    isAtEnd: best === 1 || best === radii.length - 1,
  };
}

/** Edge-corrected weights of the ordered pairs, by the first radius that holds their distance. */
function countPairs({ xs, ys, weights }: SiteRows, window: Box, step: number): Float64Array {
  const pairs = new Float64Array(RADII);
  const largest = step * (RADII - 1);
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const dy = ys[j]! - ys[i]!;
      const dx = xs[j]! - xs[i]!;
      const squared = dx * dx + dy * dy;
      if (squared > largest * largest) continue;
      const distance = Math.sqrt(squared);
      const weight =
        1 / shareOfCircle(window, xs[i]!, ys[i]!, distance) +
        1 / shareOfCircle(window, xs[j]!, ys[j]!, distance);
      const bin = Math.min(RADII - 1, Math.ceil(distance / step));
      pairs[bin]! += weights[i]! * weights[j]! * weight;
    }
  }
  return pairs;
}

/** The share of a circle within a window at least twice as wide and high as its radius. */
function shareOfCircle({ west, south, east, north }: Box, x: number, y: number, radius: number) {
  const beyond = (distance: number) => (distance < radius ? Math.acos(distance / radius) : 0);
  const [left, right] = [beyond(x - west), beyond(east - x)];
  const [down, up] = [beyond(y - south), beyond(north - y)];
  let outside = 2 * (left + right + down + up);
  for (const across of [left, right]) {
    for (const along of [down, up]) {
      outside -= Math.max(0, across + along - Math.PI / 2); // counted from both sides
    }
  }
  return 1 - outside / (2 * Math.PI);
}

function errorAt(
  index: number,
  radius: number,
  { pairs, scale, density }: { pairs: Float64Array; scale: number; density: number },
): number {
  const disc = Math.PI * radius * radius;
  let ripley = 0;
  for (let i = 0; i <= index; i++) ripley += scale * pairs[i]!;
  let shared = 0;
  for (let i = 0; i < Math.min(RADII, 2 * index + 1); i++) {
    if (pairs[i] === 0) continue;
    const ratio = Math.max(0, i - 1) / (2 * index); // distances count as the radius before, as in spatstat
    const area = 2 * radius * radius * (Math.acos(ratio) - ratio * Math.sqrt(1 - ratio * ratio));
    shared += scale * pairs[i]! * area;
  }
  return (1 / density - 2 * ripley) / disc + shared / (disc * disc);
}
