import { LabelDraws } from '../nulls/label-draws.js';
import type { Simulations } from '../nulls/simulations.js';
import { gatherSites } from '../pairs/site-subset.js';
import { kdCurve } from './kd-curve.js';
import type { KdStudy } from './kd-study.js';

/**
 * The curves of Kd with points drawn at random from all that there are; each has a bandwidth of its
 * own, unless that is fixed.
 *
 * Cost: for each about 5 ns for each pair of places within twice the largest radius; above 10,000
 * points of a kind within reach of each other that is minutes for 1,000 simulations.
 *
 * Source: Duranton and Overman (2005), section 3.2, for `random-location`.
 *
 * @returns one curve after the other, one value for each radius; NaN where it is not defined
 * @throws {RangeError} if references that stay are their own neighbours
 */
export function simulateKd(
  { population, references, neighbours, smoothing }: KdStudy,
  { nullModel, seed, from, to }: Simulations,
): Float64Array {
  if (nullModel === 'population-independence' && neighbours === null) {
    throw new RangeError('population-independence needs neighbours of another type');
  }
  const groups = neighbours ? [references, neighbours] : [references];
  const draws = new LabelDraws(population, groups, { nullModel, seed, movesAll: false });
  const radii = smoothing.radii.length;
  const curves = new Float64Array((to - from) * radii);
  for (let simulation = from; simulation < to; simulation++) {
    const { groups: drawn } = draws.draw(simulation);
    const sets = {
      references: gatherSites(population, drawn[0]!),
      neighbours: neighbours && gatherSites(population, drawn[1]!),
    };
    curves.set(kdCurve(sets, smoothing, false).values, (simulation - from) * radii);
  }
  return curves;
}
