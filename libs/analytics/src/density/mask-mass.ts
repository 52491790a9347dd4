import { kernelProfile, type SizedKernel } from './kernels.js';
import { widenFrame, type Raster, type RasterFrame } from './raster.js';
import { gaussianRadius, smoothGaussian } from './smooth-gaussian.js';

/** The part of a plane that can hold points, such as land: whole cells. */
export interface Mask {
  frame: RasterFrame;
  /** rows * columns: 1 where the cell belongs to it. */
  inside: Uint8Array;
}

/**
 * The share of a kernel at each cell's centre that lies within the cells of a mask.
 *
 * A gaussian is integrated over the cells' squares (the square's variance, cell^2 / 12, is added to
 * its own) to 1e-4; another kernel is sampled at their centres and divided by the sum of its samples,
 * as spatstat does. Cost: for each row of the mask within reach, cells times the mask's runs.
 *
 * Source: Diggle (1985), Applied Statistics 34(2), 138-147, eq. 2.
 *
 * @returns 0 outside the mask
 */
export function massInMask({ frame, inside }: Mask, kernel: SizedKernel): Raster {
  const mask = { frame, inside };
  const mass =
    kernel.kernel === 'gaussian' ? gaussianMass(mask, kernel.sigma) : sampledMass(mask, kernel);
  for (let i = 0; i < inside.length; i++) if (inside[i] !== 1) mass[i] = 0;
  return { frame, values: mass };
}

function gaussianMass({ frame, inside }: Mask, sigma: number): Float64Array {
  const { cell, columns, rows } = frame;
  const withSquare = Math.sqrt(sigma * sigma + (cell * cell) / 12);
  const margin = gaussianRadius(withSquare, cell);
  const wide = widenFrame(frame, margin);
  const values = new Float64Array(wide.columns * wide.rows);
  for (let row = 0; row < rows; row++) {
    const from = inside.subarray(row * columns, (row + 1) * columns);
    values.set(from, (row + margin) * wide.columns + margin);
  }
  const axes = { x: withSquare, y: withSquare };
  return smoothGaussian({ frame: wide, values }, axes, { margin, factor: 1 }).values;
}

/** Cells in a row of the mask that stand side by side: `start` up to, without, `end`. */
interface Run {
  start: number;
  end: number;
}

function sampledMass({ frame, inside }: Mask, kernel: SizedKernel): Float64Array {
  const { columns, rows, cell } = frame;
  const mass = new Float64Array(columns * rows);
  const runs = Array.from({ length: rows }, (_, row) =>
    runsOf(inside.subarray(row * columns, (row + 1) * columns)),
  );
  const samples = sampleRows(kernel, cell);
  const reach = samples.length - 1;
  for (let row = 0; row < rows; row++) {
    const sums = mass.subarray(row * columns, (row + 1) * columns);
    for (let other = Math.max(0, row - reach); other <= Math.min(rows - 1, row + reach); other++) {
      const sample = samples[Math.abs(other - row)]!;
      for (const run of runs[other]!) addRun(sums, run, sample);
    }
  }
  return mass;
}

function runsOf(row: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let start = row.indexOf(1); start >= 0;) {
    let end = start;
    while (end < row.length && row[end] === 1) end++;
    runs.push({ start, end });
    start = row.indexOf(1, end);
  }
  return runs;
}

/**
 * For each row up to the kernel's reach the running sums of its samples, which are normalised;
 * an odd number of samples, so 2 k + 2 sums from 0 on.
 */
function sampleRows({ kernel, radius, reach }: SizedKernel, cell: number): Float64Array[] {
  const cells = Math.floor(reach / cell);
  const rows: Float64Array[] = [];
  let total = 0;
  for (let row = 0; row <= cells; row++) {
    const chord = Math.sqrt(Math.max(0, (reach / cell) ** 2 - row * row));
    const half = Math.floor(chord);
    const sums = new Float64Array(2 * half + 2);
    for (let column = -half; column <= half; column++) {
      const squared = ((row * row + column * column) * cell * cell) / (radius * radius);
      sums[column + half + 1] = sums[column + half]! + kernelProfile(kernel, squared);
    }
    total += sums.at(-1)! * (row === 0 ? 1 : 2);
    rows.push(sums);
  }
  return rows.map((sums) => sums.map((sum) => sum / total));
}

function addRun(sums: Float64Array, { start, end }: Run, sample: Float64Array): void {
  const half = sample.length / 2 - 1;
  const last = Math.min(sums.length - 1, end - 1 + half);
  for (let column = Math.max(0, start - half); column <= last; column++) {
    const from = Math.max(0, start - column + half);
    const to = Math.min(sample.length - 1, end - column + half);
    sums[column]! += sample[to]! - sample[from]!;
  }
}
