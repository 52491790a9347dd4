import {
  adaptiveClasses,
  adaptiveDensity,
  adaptiveDensityAt,
  cellCentres,
  frameAround,
  frameOver,
  gaussianDensityAt,
  kernelDensity,
  kernelDensityAt,
  kernelDensityWithout,
  PER_KM2,
  relativeDensity,
  sizeKernel,
  type Places,
  type RasterFrame,
  type WeightedPoints,
} from '@cluster-atlas/analytics';
import type { KdeCommandOptions } from './compute-kde.js';
import { chooseBandwidth, type Bandwidth } from './kde-bandwidth.js';
import { massAt, massOfCells, type StudyWindow } from './study-window.js';

export interface KdeInput {
  points: WeightedPoints;
  /** Of `--at`. */
  places: Places | null;
  /** Of `--relative-to`. */
  base: WeightedPoints | null;
  window: StudyWindow;
}

export interface KdeResult {
  bandwidth: Bandwidth;
  /** Where the densities are; the centres of the cells, if there is a frame. */
  places: Places;
  frame: RasterFrame | null;
  /** Per square kilometre; null outside the window. */
  densities: (number | null)[];
  /** The sum of the weights that were smoothed. */
  total: number;
  relative: RelativeResult | null;
}

interface RelativeResult {
  base: number;
  epsilon: number;
  baseDensities: (number | null)[];
  ratios: (number | null)[];
}

export function estimateKde(options: KdeCommandOptions, input: KdeInput): KdeResult {
  const { points, places, base, window } = input;
  const bandwidth = chooseBandwidth(points, { ...options, window: window.box });
  const isRaster = !places && !options.leaveOneOut;
  const frame = isRaster ? chooseFrame(options, input, bandwidth) : null;
  const target = {
    places: frame ? centresOf(frame) : (places ?? (options.leaveOneOut ? points : NOWHERE)),
    frame,
  };
  const estimate = { options, bandwidth, window, ...target };
  const densities = densitiesOf(points, estimate);
  const total = sumOf(points);
  const relative =
    base &&
    compare({ densities, total }, base, {
      baseDensities: densitiesOf(base, estimate),
      epsilon: options.epsilon ?? loneDensity(base, options, bandwidth),
    });
  return { bandwidth, ...target, densities, total, relative };
}

const NOWHERE: Places = { xs: new Float64Array(), ys: new Float64Array() };

/** Standard deviations around the points that a raster shows. */
const SHOWN = 5;

function chooseFrame(
  { kernel, cell, adaptive, window: hasWindow }: KdeCommandOptions,
  { points, window: { box, mask } }: KdeInput,
  { sigma, axes }: Bandwidth,
): RasterFrame | null {
  if (mask) return mask.frame;
  const side = cell ?? Math.min(axes?.x ?? sigma, axes?.y ?? sigma) / 4;
  if (hasWindow) return frameOver(box, side);
  if (points.xs.length === 0) return null;
  const widest = Math.max(axes?.x ?? sigma, axes?.y ?? sigma);
  const reach = Math.min(sizeKernel(kernel, widest).reach, SHOWN * widest);
  return frameAround(box, side, adaptive ? 2 * reach : reach);
}

function centresOf({ west, south, cell, columns, rows }: RasterFrame): Places {
  const x = cellCentres(west, cell, columns);
  const y = cellCentres(south, cell, rows);
  const length = columns * rows;
  return {
    xs: Float64Array.from({ length }, (_, i) => x[i % columns]!),
    ys: Float64Array.from({ length }, (_, i) => y[Math.floor(i / columns)]!),
  };
}

interface Estimate {
  options: KdeCommandOptions;
  bandwidth: Bandwidth;
  window: StudyWindow;
  places: Places;
  frame: RasterFrame | null;
}

/** Per square kilometre; null outside the window, if there is an edge correction. */
function densitiesOf(points: WeightedPoints, estimate: Estimate): (number | null)[] {
  const { options, bandwidth, window, places, frame } = estimate;
  const round = { kernel: options.kernel, sigma: bandwidth.sigma };
  const isDiggle = options.edge === 'diggle';
  const source = isDiggle ? weighByMass(points, massAt(window, points, round)) : points;
  const densities = uncorrected(source, estimate);
  if (options.edge === 'none') return Array.from(densities);
  const masses = frame ? massOfCells(window, frame, round) : massAt(window, places, round);
  return Array.from(densities, (density, i) => {
    if (masses[i] === 0) return null;
    return isDiggle ? density : density / masses[i]!;
  });
}

/** A point whose kernel lies half outside the window counts twice. */
function weighByMass({ xs, ys, weights }: WeightedPoints, masses: Float64Array): WeightedPoints {
  return { xs, ys, weights: masses.map((mass, i) => (weights ? weights[i]! : 1) / mass) };
}

function uncorrected(
  points: WeightedPoints,
  { options, bandwidth, places, frame }: Estimate,
): Float64Array {
  const { kernel, adaptive, leaveOneOut } = options;
  const { sigma, axes, covariance } = bandwidth;
  if (leaveOneOut) return kernelDensityWithout(points, { kernel, sigma });
  if (adaptive) {
    const classes = adaptiveClasses(points, { kernel, sigma });
    return frame
      ? adaptiveDensity(classes, frame, { kernel }).values
      : adaptiveDensityAt(classes, places, { kernel });
  }
  if (frame) return kernelDensity(points, frame, { kernel, sigma: axes ?? sigma }).values;
  const oval = covariance ?? (axes && { xx: axes.x ** 2, xy: 0, yy: axes.y ** 2 });
  return oval
    ? gaussianDensityAt(points, places, oval)
    : kernelDensityAt(points, places, { kernel, sigma });
}

function compare(
  subject: { densities: (number | null)[]; total: number },
  base: WeightedPoints,
  { baseDensities, epsilon }: { baseDensities: (number | null)[]; epsilon: number },
): RelativeResult {
  const zeroForNull = (densities: (number | null)[]) =>
    Float64Array.from(densities, (density) => density ?? 0);
  const { ratios, defined } = relativeDensity(
    { densities: zeroForNull(subject.densities), total: subject.total },
    { densities: zeroForNull(baseDensities), total: sumOf(base) },
    epsilon,
  );
  return {
    base: sumOf(base),
    epsilon,
    baseDensities,
    ratios: Array.from(ratios, (ratio, i) => (defined[i] === 1 ? ratio : null)),
  };
}

/** The density of one row of the base, of the mean weight, at its own place. */
function loneDensity(
  base: WeightedPoints,
  { kernel }: KdeCommandOptions,
  { sigma }: Bandwidth,
): number {
  const weight = base.xs.length === 0 ? 1 : sumOf(base) / base.xs.length;
  return PER_KM2 * weight * sizeKernel(kernel, sigma).height;
}

function sumOf({ xs, weights }: WeightedPoints): number {
  return weights ? weights.reduce((sum, weight) => sum + weight, 0) : xs.length;
}
