import type { WeightedPoints } from '../../sites/collapse-sites.js';
import { improvedSheatherJones } from '../line/improved-sheather-jones.js';
import { sortValues } from '../line/line-density.js';

/**
 * The bandwidth of `improvedSheatherJones` along each axis.
 *
 * @returns metres, as the points; null where one of the axes has none
 * @throws {RangeError} if the points are not finite, or weigh nothing
 */
export function improvedBandwidths({
  xs,
  ys,
  weights,
}: WeightedPoints): { x: number; y: number } | null {
  const x = improvedSheatherJones(sortValues({ values: xs, weights }));
  const y = improvedSheatherJones(sortValues({ values: ys, weights }));
  return x === null || y === null ? null : { x, y };
}
