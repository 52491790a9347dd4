import { collapseSites, type Sites, type WeightedPoints } from '../sites/collapse-sites.js';
import { rangeOf } from '../sites/order-points.js';
import { kernelDensity } from './kernel-density.js';
import { kernelDensityAt, type KernelOptions, type Places } from './kernel-density-at.js';
import { frameAround, type Raster, type RasterFrame } from './raster.js';

/** Sites whose kernels are equally wide. */
export interface BandwidthClass {
  points: WeightedPoints;
  sigma: number;
}

const CLASSES = 16;
/** A bandwidth differs from the fixed one by at most this factor. */
const MOST_FACTOR = 4;
/** Of the raster from which pilot densities are read. */
const CELLS_PER_SIGMA = 4;

/**
 * Sorts sites into 16 classes of bandwidths, wide where a pilot estimate is low: each has
 * sigma (pilot / g)^(-1/2), g the geometric mean of the pilot by weight, between sigma / 4 and
 * 4 sigma. The classes divide the logarithms between the least and the largest evenly; a class takes
 * the bandwidth of its middle.
 *
 * The pilot is `kernelDensity` at sigma on cells of sigma / 4, interpolated between their centres.
 *
 * Source: Abramson (1982), On bandwidth variation in kernel estimates: a square root law, Annals of
 * Statistics 10(4), 1217-1223; the geometric mean: Silverman (1986), Density Estimation, 5.3.
 *
 * @returns the classes that have sites, the narrowest first
 * @throws {RangeError} as `kernelDensity`
 */
export function adaptiveClasses(points: WeightedPoints, options: KernelOptions): BandwidthClass[] {
  if (points.xs.length === 0) return [];
  const sites = collapseSites(points, options.sigma);
  const factors = adaptiveFactors(sites, options);
  const { lowest, highest } = rangeOf(factors);
  const step = Math.log(highest / lowest) / CLASSES;
  const classOf = (factor: number) =>
    step > 0 ? Math.min(CLASSES - 1, Math.floor(Math.log(factor / lowest) / step)) : 0;
  const members = Array.from({ length: CLASSES }, () => [] as number[]);
  factors.forEach((factor, i) => members[classOf(factor)]!.push(i));
  return members.flatMap((chosen, i) =>
    chosen.length === 0
      ? []
      : [
          {
            points: pick(sites, chosen),
            sigma: options.sigma * lowest * Math.exp((i + 0.5) * step),
          },
        ],
  );
}

/** The sum of the densities of the classes, each with its own bandwidth; per square kilometre. */
export function adaptiveDensity(
  classes: readonly BandwidthClass[],
  frame: RasterFrame,
  { kernel }: Pick<KernelOptions, 'kernel'>,
): Raster {
  const values = new Float64Array(frame.columns * frame.rows);
  for (const { points, sigma } of classes) {
    const part = kernelDensity(points, frame, { kernel, sigma }).values;
    for (let i = 0; i < values.length; i++) values[i]! += part[i]!;
  }
  return { frame, values };
}

/** As `adaptiveDensity`, exactly and at given places. */
export function adaptiveDensityAt(
  classes: readonly BandwidthClass[],
  places: Places,
  { kernel }: Pick<KernelOptions, 'kernel'>,
): Float64Array {
  const values = new Float64Array(places.xs.length);
  for (const { points, sigma } of classes) {
    const part = kernelDensityAt(points, places, { kernel, sigma });
    for (let i = 0; i < values.length; i++) values[i]! += part[i]!;
  }
  return values;
}

/** What each site's bandwidth is, by the fixed one. */
function adaptiveFactors(sites: Sites, options: KernelOptions): Float64Array {
  const { xs, ys, weights } = sites;
  const cell = options.sigma / CELLS_PER_SIGMA;
  const [x, y] = [rangeOf(xs), rangeOf(ys)];
  const box = { west: x.lowest, south: y.lowest, east: x.highest, north: y.highest };
  const pilot = kernelDensity(sites, frameAround(box, cell, 2 * cell), options);
  const least = Number.MIN_VALUE; // a site of no weight may have no density
  const logarithms = xs.map((x, i) => Math.log(Math.max(least, interpolate(pilot, x, ys[i]!))));
  let [sum, total] = [0, 0];
  for (let i = 0; i < xs.length; i++) {
    total += weights[i]!;
    sum += weights[i]! * logarithms[i]!;
  }
  const mean = total > 0 ? sum / total : 0;
  return logarithms.map((logarithm) =>
    Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, Math.exp((mean - logarithm) / 2))),
  );
}

function interpolate({ frame, values }: Raster, x: number, y: number): number {
  const { west, south, cell, columns } = frame;
  const across = (x - west) / cell - 0.5;
  const up = (y - south) / cell - 0.5;
  const [column, row] = [Math.floor(across), Math.floor(up)];
  const [right, above] = [across - column, up - row];
  const at = row * columns + column;
  const below = values[at]! * (1 - right) + values[at + 1]! * right;
  const over = values[at + columns]! * (1 - right) + values[at + columns + 1]! * right;
  return below * (1 - above) + over * above;
}

function pick({ xs, ys, weights }: Sites, chosen: readonly number[]): WeightedPoints {
  const column = (values: Float64Array) => Float64Array.from(chosen, (i) => values[i]!);
  return { xs: column(xs), ys: column(ys), weights: column(weights) };
}
