import { gatherSites } from '../pairs/site-subset.js';
import { kCurve } from './k-curve.js';
import type { KStudy } from './k-study.js';

interface RipleyK {
  /** Square units, one for each radius; null where the edge correction gives none. */
  k: (number | null)[];
  /** The square root of k / pi: r itself where points are spread at random. */
  l: (number | null)[];
}

/**
 * Ripley's K: the points within each radius of a point, by the density of points; pi r² where they are
 * spread at random, more where they gather.
 *
 * A distance of exactly r is within it (spatstat leaves it out where r are not evenly spaced); points at
 * one place are pairs at a distance of 0. Edge corrections:
 * - `none`: as if there were nothing beyond the window, which makes K too small;
 * - `border`: only points further than r from the edge look around them; null where there are none;
 * - `isotropic`: a pair weighs the reciprocal of the part of its circle inside; null from half the
 *   diagonal of the window's box;
 * - `translation`: a pair weighs the area by that of the window's overlap with itself when shifted by the
 *   pair; null from the window's shorter side.
 * Weights are at most 100, as in spatstat. Does not depend on the points' order. Cost: 5 to 10 ns for each
 * pair within the largest radius, 100 ns for those whose circles meet the edge.
 *
 * Source: Ripley (1977), Modelling spatial patterns, JRSS B 39, 172-212; L: Besag (1977), ibid., 193-195;
 * translation: Ohser (1983), Mathematische Operationsforschung und Statistik, Statistics 14, 63-71;
 * border: Ripley (1988), Statistical Inference for Spatial Processes, section 3.
 */
export function ripleyK(study: KStudy): RipleyK {
  const values = kCurve(gatherSites(study.population, study.references), study);
  const k = Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  return { k, l: k.map((value) => (value === null ? null : Math.sqrt(value / Math.PI))) };
}
