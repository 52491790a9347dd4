import { gatherSites } from '../pairs/site-subset.js';
import { kdCurve } from './kd-curve.js';
import type { KdStudy } from './kd-study.js';

export interface KdFunction {
  /** Per unit of distance, one for each radius; null if there are no pairs, or no bandwidth. */
  kd: (number | null)[];
  /** null where all distances are equal, or there are fewer than two. */
  bandwidth: number | null;
}

/**
 * The density of the distances between all pairs of references, or of a reference and a neighbour.
 *
 * A Gaussian kernel density of the bilateral distances, reflected at 0, divided by all pairs whatever
 * their distance. Distances are put into bins of 1/1024 of the bandwidth (more if the largest radius
 * is above 1,000 bandwidths), which moves a pair's kernel by half of that at most. Does not depend on
 * the points' order. Cost: about 15 ns for each pair of places within twice the largest radius.
 *
 * Source: Duranton and Overman (2005), Testing for localization using micro-geographic data, Review of
 * Economic Studies 72, 1077-1106, eq. 1 and 2, section 3.
 */
export function kdFunction({ population, references, neighbours, smoothing }: KdStudy): KdFunction {
  const sets = {
    references: gatherSites(population, references),
    neighbours: neighbours && gatherSites(population, neighbours),
  };
  const { values, bandwidth } = kdCurve(sets, smoothing, true);
  return { kd: Array.from(values, (value) => (Number.isNaN(value) ? null : value)), bandwidth };
}
