import { collapseSites, type Sites, type WeightedPoints } from '../sites/collapse-sites.js';
import { rangeOf, rowOf } from '../sites/order-points.js';

type WeightedSites = Pick<Sites, 'xs' | 'ys' | 'weights'>;

/**
 * The sites of points, or the points themselves where they are sites in order already: many surfaces
 * of the same sites then sort them once.
 *
 * @throws {RangeError} as `collapseSites`
 */
export function orderedSites(points: WeightedPoints, rowHeight: number): WeightedSites {
  const { xs, ys, weights } = points;
  return weights && areSites({ xs, ys, weights }, rowHeight)
    ? { xs, ys, weights }
    : collapseSites(points, rowHeight);
}

/** Whether they are finite, in ascending order of row, x and y, no two at one place. */
function areSites({ xs, ys, weights }: WeightedSites, rowHeight: number): boolean {
  if (ys.length !== xs.length || weights.length !== xs.length) return false;
  const { lowest } = rangeOf(ys);
  let before = -1;
  for (let i = 0; i < xs.length; i++) {
    if (!(Number.isFinite(xs[i]! + ys[i]!) && weights[i]! >= 0 && weights[i]! < Infinity))
      return false;
    const row = rowOf(ys[i]!, { lowest, rowHeight });
    if (row < before) return false;
    if (row === before && xs[i]! <= xs[i - 1]!) {
      if (xs[i]! < xs[i - 1]! || ys[i]! <= ys[i - 1]!) return false;
    }
    before = row;
  }
  return true;
}
