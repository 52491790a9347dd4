import { decayAt, decayReach, type DistanceDecay } from '@cluster-atlas/geo';
import type { WeightedPoints } from '../sites/collapse-sites.js';
import type { Places } from './kernel-density-at.js';
import { buildSiteRows, evenRowHeight, sitesAround } from './site-rows.js';

const SITES_PER_ROW = 64;

/**
 * The pull on places of all points: the sum of w f(d), what lies at the place itself included.
 *
 * Pulls below 1e-15 of that at no distance are left out. Points at one place are one site, and sites
 * add up by row, then x, whatever the order of the points. Cost: places times the sites within reach.
 *
 * Source: Hansen (1959), How accessibility shapes land use, Journal of the American Institute of
 * Planners 25(2), 73-76.
 *
 * @returns one for each place, in the unit of the weights (times metres to a power's exponent)
 * @throws {RangeError} if a length, a floor or an exponent is not positive, or as `collapseSites`
 */
export function gravityAt(
  points: WeightedPoints,
  places: Places,
  decay: DistanceDecay,
): Float64Array {
  const { form, ...lengths } = decay;
  for (const [name, value] of Object.entries(lengths).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as const),
  )) {
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`The ${name} of the ${form} decay is ${value}, not positive`);
    }
  }
  const rows = buildSiteRows(points, evenRowHeight(points, SITES_PER_ROW));
  const reach = decayReach(decay);
  return places.xs.map((x, i) => {
    let sum = 0;
    sitesAround(rows, { x, y: places.ys[i]!, reach }, (site, squared) => {
      sum += rows.weights[site]! * decayAt(decay, Math.sqrt(squared));
    });
    return sum;
  });
}
