import type { WeightedPoints } from '../sites/collapse-sites.js';
import type { Raster, RasterFrame } from './raster.js';
import { GAUSSIAN_CUT } from './smooth-gaussian.js';

/** The share of a normal distribution within 5 standard deviations, 1 - 5.7e-7. */
const MASS_WITHIN_CUT = 0.9999994266968563;

/**
 * Adds to each cell the gaussians of all points, at the cell's centre and exactly; each is cut at 5
 * sigma along either axis and renormalised. The order of adding is that of the points.
 *
 * @param points a negative weight takes away
 * @param factor of all weights
 */
export function addGaussians(
  { frame, values }: Raster,
  { xs, ys, weights }: WeightedPoints,
  { sigma, factor }: { sigma: { x: number; y: number }; factor: number },
): void {
  const { west, south, cell, columns, rows } = frame;
  const [across, up] = [axis(sigma.x, frame), axis(sigma.y, frame)];
  const height = factor / (2 * Math.PI * sigma.x * sigma.y * MASS_WITHIN_CUT ** 2);
  for (let i = 0; i < xs.length; i++) {
    const weight = (weights ? weights[i]! : 1) * height;
    if (weight === 0) continue;
    const x = (xs[i]! - west) / cell - 0.5;
    const y = (ys[i]! - south) / cell - 0.5;
    const left = evaluateAxis(across, x);
    const bottom = evaluateAxis(up, y);
    const first = Math.max(0, -left);
    const last = Math.min(Math.floor(x + across.reach) - left, columns - 1 - left);
    const top = Math.min(Math.floor(y + up.reach) - bottom, rows - 1 - bottom);
    for (let row = Math.max(0, -bottom); row <= top; row++) {
      const share = weight * up.values[row]!;
      const start = (bottom + row) * columns + left;
      for (let column = first; column <= last; column++) {
        values[start + column]! += share * across.values[column]!;
      }
    }
  }
}

interface Axis {
  /** Cells to the cut. */
  reach: number;
  /** Half the square of cell / sigma. */
  steepness: number;
  /** From the lowest cell within reach upwards. */
  values: Float64Array;
}

function axis(sigma: number, { cell }: RasterFrame): Axis {
  const reach = (GAUSSIAN_CUT * sigma) / cell;
  return {
    reach,
    steepness: (cell * cell) / (2 * sigma * sigma),
    values: new Float64Array(2 * Math.ceil(reach) + 2),
  };
}

/**
 * Fills in exp(-d^2 / 2 sigma^2) by its ratios, whose own ratio is constant: three exponentials for
 * the axis rather than one for each cell.
 *
 * @returns the lowest cell
 */
function evaluateAxis({ reach, steepness, values }: Axis, centre: number): number {
  const lowest = Math.ceil(centre - reach);
  const count = Math.floor(centre + reach) - lowest + 1;
  const distance = lowest - centre;
  let value = Math.exp(-steepness * distance * distance);
  let ratio = Math.exp(-steepness * (2 * distance + 1));
  const ratioOfRatios = Math.exp(-2 * steepness);
  for (let i = 0; i < count; i++) {
    values[i] = value;
    value *= ratio;
    ratio *= ratioOfRatios;
  }
  return lowest;
}
