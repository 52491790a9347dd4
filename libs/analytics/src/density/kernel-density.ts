import type { WeightedPoints } from '../sites/collapse-sites.js';
import { addGaussians } from './add-gaussians.js';
import { addKernels } from './add-kernels.js';
import { BINNED_VARIANCE, binPoints } from './bin-points.js';
import { PER_KM2, type KernelOptions } from './kernel-density-at.js';
import { sizeKernel, type SizedKernel } from './kernels.js';
import { orderedSites } from './ordered-sites.js';
import { widenFrame, type Raster, type RasterFrame } from './raster.js';
import { gaussianRadius, smoothGaussian } from './smooth-gaussian.js';
import { SWEEP_FROM, sweepKernels } from './sweep-kernels.js';

/** A gaussian may be wider along one axis than along the other; metres. */
export interface SurfaceOptions extends Omit<KernelOptions, 'sigma'> {
  sigma: number | { x: number; y: number };
}

/** Cells in a sigma from which binning costs less than 7e-5 of the peak, and 8e-6 from twice as many. */
const BIN_FROM = 4;

/**
 * The kernel density at the centres of a raster's cells.
 *
 * A gaussian of at least 4 cells is binned and smoothed, to 7e-5 of the peak; it is cut at 5 sigma
 * along each axis and renormalised. A narrower one, cut likewise, and every other kernel are added
 * exactly. The raster is the same in whatever order the points come, and rasters of parts add up to
 * that of all. Points outside the raster count as far as they reach into it.
 *
 * Cost: a binned gaussian points + cells times 20 sigma / cell; else sites times the cells within
 * reach of one, and less for polynomial kernels of at least 15 cells.
 *
 * @returns weight per square kilometre
 * @throws {RangeError} if sigma is not positive or differs by axis without being a gaussian's, or
 * as `collapseSites` and `frameOver`
 */
export function kernelDensity(
  points: WeightedPoints,
  frame: RasterFrame,
  options: SurfaceOptions,
): Raster {
  const { kernel, sigma } = axesOf(options);
  if (isBinned(kernel, sigma, frame)) {
    const margin = marginOf(sigma, frame);
    const binned = binPoints(points, widenFrame(frame, margin));
    return { ...smoothBinned(binned, sigma, margin), frame };
  }
  const raster = { frame, values: new Float64Array(frame.columns * frame.rows) };
  const sites = orderedSites(points, frame.cell);
  const isSwept = kernel.power !== null && kernel.radius > SWEEP_FROM * frame.cell;
  if (isSwept) sweepKernels(raster, sites, { kernel, factor: PER_KM2 });
  else addExactly(raster, sites, { kernel, sigma });
  return raster;
}

/**
 * The gaussian density of points that are binned already, so that another bandwidth costs the
 * smoothing only.
 *
 * @param binned by `binPoints`
 * @param margin cells that the raster comes back smaller, at least 5 sigma
 * @throws {RangeError} if the margin is too small, or a sigma below a cell
 */
export function smoothBinned(binned: Raster, sigma: Axes, margin: number): Raster {
  const { cell } = binned.frame;
  const remaining = (whole: number) => {
    if (!(whole >= cell)) throw new RangeError(`Cells of ${cell} are too large for ${whole}`);
    return Math.sqrt(whole * whole - BINNED_VARIANCE * cell * cell);
  };
  return smoothGaussian(
    binned,
    { x: remaining(sigma.x), y: remaining(sigma.y) },
    { margin, factor: PER_KM2 / (cell * cell) },
  );
}

/**
 * Adds the kernels of some points to a density, or takes them away where the weight is negative:
 * to rounding what `kernelDensity` finds with or without them. Cost: the cells within reach of each.
 *
 * @param raster of `kernelDensity` with the same options; it is changed
 */
export function updateDensity(
  raster: Raster,
  changes: WeightedPoints,
  options: SurfaceOptions,
): void {
  const { kernel, sigma } = axesOf(options);
  if (isBinned(kernel, sigma, raster.frame)) addStamps(raster, changes, sigma);
  else addExactly(raster, changes, { kernel, sigma });
}

interface Axes {
  x: number;
  y: number;
}

function axesOf({ kernel, sigma }: SurfaceOptions): { kernel: SizedKernel; sigma: Axes } {
  if (typeof sigma === 'number') {
    return { kernel: sizeKernel(kernel, sigma), sigma: { x: sigma, y: sigma } };
  }
  if (kernel !== 'gaussian') {
    throw new RangeError(`A ${kernel} kernel is round: only a gaussian may differ by axis`);
  }
  sizeKernel(kernel, sigma.y);
  return { kernel: sizeKernel(kernel, sigma.x), sigma };
}

function isBinned({ kernel }: SizedKernel, sigma: Axes, { cell }: RasterFrame): boolean {
  return kernel === 'gaussian' && Math.min(sigma.x, sigma.y) >= BIN_FROM * cell;
}

/** Cells around a raster from which a point reaches into it. */
function marginOf(sigma: Axes, { cell }: RasterFrame): number {
  return gaussianRadius(Math.max(sigma.x, sigma.y), cell) + 2;
}

function addExactly(
  raster: Raster,
  points: WeightedPoints,
  { kernel, sigma }: { kernel: SizedKernel; sigma: Axes },
): void {
  if (kernel.kernel === 'gaussian') addGaussians(raster, points, { sigma, factor: PER_KM2 });
  else addKernels(raster, points, { kernel, factor: PER_KM2 });
}

/** Bins and smooths each point on cells of its own. */
function addStamps(raster: Raster, { xs, ys, weights }: WeightedPoints, sigma: Axes): void {
  const { west, south, cell } = raster.frame;
  const margin = marginOf(sigma, raster.frame);
  const side = 2 * margin + 2;
  for (let i = 0; i < xs.length; i++) {
    const column = Math.floor((xs[i]! - west) / cell - 0.5) - margin;
    const row = Math.floor((ys[i]! - south) / cell - 0.5) - margin;
    const frame = {
      west: west + column * cell,
      south: south + row * cell,
      cell,
      columns: side,
      rows: side,
    };
    const point = { xs: xs.subarray(i, i + 1), ys: ys.subarray(i, i + 1), weights: null };
    const stamp = smoothBinned(binPoints(point, widenFrame(frame, margin)), sigma, margin);
    addRaster(raster, stamp.values, { column, row, side, weight: weights ? weights[i]! : 1 });
  }
}

function addRaster(
  { frame: { columns, rows }, values }: Raster,
  stamp: Float64Array,
  { column, row, side, weight }: { column: number; row: number; side: number; weight: number },
): void {
  for (let r = Math.max(0, -row); r < Math.min(side, rows - row); r++) {
    for (let c = Math.max(0, -column); c < Math.min(side, columns - column); c++) {
      values[(row + r) * columns + column + c]! += weight * stamp[r * side + c]!;
    }
  }
}
