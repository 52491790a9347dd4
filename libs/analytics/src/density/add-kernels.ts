import type { WeightedPoints } from '../sites/collapse-sites.js';
import { kernelProfile, type SizedKernel } from './kernels.js';
import type { Raster } from './raster.js';

/**
 * Adds to each cell the kernels of all points, at the cell's centre and exactly.
 *
 * A cell adds them in the order of the points. Cost: points times the cells within reach of one.
 *
 * @param points a negative weight takes away
 * @param factor of all weights, such as 1e6 for a density per square kilometre in metres
 */
export function addKernels(
  raster: Raster,
  points: WeightedPoints,
  { kernel, factor }: { kernel: SizedKernel; factor: number },
): void {
  const { xs, ys, weights } = points;
  const { power } = kernel;
  const add = power === null || power === 0 ? addAny : addPolynomial;
  for (let i = 0; i < xs.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (weight !== 0) add(raster, kernel, xs[i]!, ys[i]!, weight * factor * kernel.height);
  }
}

/** (1 - (d / h)^2)^power, for a power of 1, 2 or 3; in columns and rows rather than metres. */
function addPolynomial(
  { frame, values }: Raster,
  { radius, power }: SizedKernel,
  x: number,
  y: number,
  height: number,
): void {
  const { cell, columns, rows } = frame;
  const column = (x - frame.west) / cell - 0.5;
  const row = (y - frame.south) / cell - 0.5;
  const reach = radius / cell;
  const perRadius = 1 / (reach * reach);
  const last = Math.min(rows - 1, Math.floor(row + reach));
  for (let r = Math.max(0, Math.ceil(row - reach)); r <= last; r++) {
    const squaredChord = reach * reach - (r - row) * (r - row);
    if (squaredChord <= 0) continue;
    const chord = Math.sqrt(squaredChord);
    const from = Math.max(0, Math.ceil(column - chord));
    const to = Math.min(columns - 1, Math.floor(column + chord));
    const start = r * columns;
    for (let c = from; c <= to; c++) {
      const base = (squaredChord - (c - column) * (c - column)) * perRadius;
      if (power === 2) values[start + c]! += height * base * base;
      else if (base > 0) values[start + c]! += height * (power === 1 ? base : base * base * base);
    }
  }
}

/** Distances compare as squares of metres, the radius included, as those of exact evaluation do. */
function addAny(
  { frame, values }: Raster,
  { kernel, radius, reach }: SizedKernel,
  x: number,
  y: number,
  height: number,
): void {
  const { west, south, cell, columns, rows } = frame;
  const squaredReach = reach * reach;
  const perRadius = 1 / (radius * radius);
  const from = Math.max(0, Math.floor((x - reach - west) / cell - 0.5));
  const to = Math.min(columns - 1, Math.ceil((x + reach - west) / cell - 0.5));
  const last = Math.min(rows - 1, Math.ceil((y + reach - south) / cell - 0.5));
  for (let r = Math.max(0, Math.floor((y - reach - south) / cell - 0.5)); r <= last; r++) {
    const dy = south + (r + 0.5) * cell - y;
    for (let c = from; c <= to; c++) {
      const dx = west + (c + 0.5) * cell - x;
      const squared = dx * dx + dy * dy;
      if (squared > squaredReach) continue;
      values[r * columns + c]! += height * kernelProfile(kernel, squared * perRadius);
    }
  }
}
