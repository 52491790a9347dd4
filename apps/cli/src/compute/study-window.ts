import {
  cellAt,
  massInBox,
  massInBoxRaster,
  massInMask,
  sizeKernel,
  type Box,
  type Kernel,
  type Mask,
  type Places,
  type RasterFrame,
} from '@cluster-atlas/analytics';
import { InvalidArgumentError } from 'commander';
import type { KdeCommandOptions } from './compute-kde.js';
import { isSearch } from './kde-bandwidth.js';
import { readPoints, type PointColumnOptions, type PointInput } from './point-input.js';

/** Where points can be: a rectangle, or the cells of a mask. */
export interface StudyWindow {
  /** Without a mask the window itself, else what it lies in. */
  box: Box;
  mask: Mask | null;
}

/** `x0,y0,x1,y1` */
export function boxOption(text: string): Box {
  const numbers = text.split(',').map(Number);
  const [west, south, east, north] = numbers as [number, number, number, number];
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite);
  if (!isBox || west >= east || south >= north) {
    throw new InvalidArgumentError(
      'Four numbers x0,y0,x1,y1, from the south-west to the north-east.',
    );
  }
  return { west, south, east, north };
}

/**
 * Reads the centres of the cells that belong to a mask.
 *
 * @throws {Error} if they are not all on one lattice, or there are none
 */
async function readMask(options: PointColumnOptions, file: string, cell: number): Promise<Mask> {
  const { n, xs, ys } = await readPoints({ ...placeColumns(options), input: file });
  if (n === 0) throw new Error(`${file} has no cells`);
  const least = (values: Float64Array) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b));
  const west = least(xs) - cell / 2;
  const south = least(ys) - cell / 2;
  const columns = Math.round((most(xs) - least(xs)) / cell) + 1;
  const rows = Math.round((most(ys) - least(ys)) / cell) + 1;
  const inside = new Uint8Array(columns * rows);
  const isOff = (along: number) => Math.abs(along - 0.5 - Math.round(along - 0.5)) > 1e-3;
  for (let i = 0; i < n; i++) {
    if (isOff((xs[i]! - west) / cell) || isOff((ys[i]! - south) / cell)) {
      throw new Error(`${file}: ${xs[i]}, ${ys[i]} is not the centre of a cell of ${cell}`);
    }
    inside[cellAt({ west, south, cell, columns, rows }, xs[i]!, ys[i]!)] = 1;
  }
  return { frame: { west, south, cell, columns, rows }, inside };
}

/** The columns that hold the places of another file. */
export function placeColumns({
  x,
  y,
  lon,
  lat,
}: PointColumnOptions): Omit<PointColumnOptions, 'input'> {
  return {
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
    ...(lon !== undefined && { lon }),
    ...(lat !== undefined && { lat }),
  };
}

interface RoundKernel {
  kernel: Kernel;
  sigma: number;
}

/** The share of the kernel at each place that lies in the window; 0 outside of it. */
export function massAt(
  { box, mask }: StudyWindow,
  { xs, ys }: Places,
  { kernel, sigma }: RoundKernel,
): Float64Array {
  const sized = sizeKernel(kernel, sigma);
  if (!mask) return xs.map((x, i) => massInBox(sized, box, x, ys[i]!));
  const { values } = massInMask(mask, sized);
  return xs.map((x, i) => {
    const cell = cellAt(mask.frame, x, ys[i]!);
    return cell < 0 ? 0 : values[cell]!;
  });
}

/** As `massAt`, at the centres of the cells. */
export function massOfCells(
  { box, mask }: StudyWindow,
  frame: RasterFrame,
  { kernel, sigma }: RoundKernel,
): Float64Array {
  const sized = sizeKernel(kernel, sigma);
  return mask ? massInMask(mask, sized).values : massInBoxRaster(frame, box, sized).values;
}

/** Without `--window` and `--mask` the box around the points, which only a search for a bandwidth uses. */
export async function readWindow(
  options: KdeCommandOptions,
  points: Places,
  warnings: string[],
): Promise<StudyWindow> {
  if (options.window) return { box: options.window, mask: null };
  if (options.mask !== undefined) {
    const mask = await readMask(options, options.mask, options.cell!);
    const { west, south, cell, columns, rows } = mask.frame;
    const box = { west, south, east: west + columns * cell, north: south + rows * cell };
    return { box, mask };
  }
  if (isSearch(options.bandwidth)) {
    warnings.push('Without --window the box around the rows is taken for it.');
  }
  return { box: boxAround(points), mask: null };
}

/** An edge correction knows of nothing outside the window. */
export function keepWithin(
  window: StudyWindow,
  points: PointInput,
  warnings: string[],
): PointInput {
  const isIn = points.xs.map((x, i) => (isInWindow(window, x, points.ys[i]!) ? 1 : 0));
  const keep = (column: Float64Array) => column.filter((_, i) => isIn[i] === 1);
  const xs = keep(points.xs);
  if (xs.length === points.xs.length) return points;
  warnings.push(`${points.xs.length - xs.length} rows outside the window were left out.`);
  return { ...points, xs, ys: keep(points.ys), weights: points.weights && keep(points.weights) };
}

function isInWindow({ box, mask }: StudyWindow, x: number, y: number): boolean {
  if (mask) return mask.inside[cellAt(mask.frame, x, y)] === 1;
  return x >= box.west && x <= box.east && y >= box.south && y <= box.north;
}

function boxAround({ xs, ys }: Places): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < xs.length; i++) {
    box.west = Math.min(box.west, xs[i]!);
    box.east = Math.max(box.east, xs[i]!);
    box.south = Math.min(box.south, ys[i]!);
    box.north = Math.max(box.north, ys[i]!);
  }
  return box;
}
