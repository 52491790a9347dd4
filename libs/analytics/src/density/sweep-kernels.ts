import type { Sites } from '../sites/collapse-sites.js';
import type { SizedKernel } from './kernels.js';
import type { Raster } from './raster.js';

/** Cells in a kernel's radius from which sweeping is faster than adding each kernel. */
export const SWEEP_FROM = 20;

/** Of (1 - t^2)^3. */
const MOST_TERMS = 7;

/**
 * Adds to each cell the polynomial kernels of all sites, as `addKernels` does, but along each row
 * at once: within its chord a kernel is a polynomial of the column, so the row keeps the sum of
 * the polynomials that are open and evaluates one of them for each cell.
 *
 * The sums start anew with each block of a diameter, whose middle is the origin of its polynomials:
 * their terms stay near 1, and so errors below 1e-13 of the largest sum. Cost: rows times (columns +
 * sites within reach).
 *
 * Source: Chan, U, Choi and Xu (2022), SLAM: Efficient sweep line algorithms for kernel density
 * visualization, SIGMOD '22, 2120-2134.
 *
 * @param sites in ascending rows of the cell's height, as `collapseSites` gives them
 */
export function sweepKernels(
  raster: Raster,
  sites: Pick<Sites, 'xs' | 'ys' | 'weights'>,
  { kernel, factor }: { kernel: SizedKernel; factor: number },
): void {
  const { cell, rows, south } = raster.frame;
  const sweep = openSweep(raster, kernel, factor);
  let first = 0;
  let last = 0;
  for (let row = 0; row < rows; row++) {
    const y = south + (row + 0.5) * cell;
    // a row of sites holds them in any order of y, so both ends have a cell to spare
    while (first < sites.ys.length && sites.ys[first]! < y - kernel.radius - cell) first++;
    while (last < sites.ys.length && sites.ys[last]! <= y + kernel.radius + cell) last++;
    if (first === last) continue;
    sweep.changes.fill(0);
    sweep.counts.fill(0);
    for (let i = first; i < last; i++) openAndClose(sweep, sites, i, y);
    evaluateRow(sweep, raster.values.subarray(row * sweep.columns, (row + 1) * sweep.columns));
  }
}

interface Sweep {
  west: number;
  cell: number;
  columns: number;
  /** In columns. */
  radius: number;
  power: number;
  /** K(0) by the factor. */
  height: number;
  /** Columns in a block. */
  block: number;
  terms: number;
  /** What the coefficients change by at each column: `terms` each. */
  changes: Float64Array;
  /** What the number of open polynomials changes by at each column. */
  counts: Int32Array;
  coefficients: Float64Array;
}

function openSweep({ frame }: Raster, kernel: SizedKernel, factor: number): Sweep {
  const { west, cell, columns } = frame;
  const radius = kernel.radius / cell;
  const power = kernel.power!;
  const terms = 2 * power + 1;
  return {
    west,
    cell,
    columns,
    radius,
    power,
    height: kernel.height * factor,
    block: Math.max(1, Math.ceil(2 * radius)),
    terms,
    changes: new Float64Array(columns * terms),
    counts: new Int32Array(columns),
    coefficients: new Float64Array(MOST_TERMS),
  };
}

function openAndClose(
  sweep: Sweep,
  { xs, ys, weights }: Pick<Sites, 'xs' | 'ys' | 'weights'>,
  site: number,
  y: number,
): void {
  const { west, cell, columns, radius, block, counts } = sweep;
  const up = (ys[site]! - y) / cell;
  const squaredChord = radius * radius - up * up;
  if (squaredChord <= 0) return;
  const column = (xs[site]! - west) / cell - 0.5;
  const chord = Math.sqrt(squaredChord);
  const to = Math.min(columns - 1, Math.floor(column + chord));
  const height = weights[site]! * sweep.height;
  for (let from = Math.max(0, Math.ceil(column - chord)); from <= to;) {
    const end = from - (from % block) + block;
    counts[from]!++;
    change(sweep, from, { column, squaredChord, height });
    if (to + 1 < end && to + 1 < columns) {
      counts[to + 1]!--;
      change(sweep, to + 1, { column, squaredChord, height: -height });
    }
    from = end;
  }
}

/** Adds height (e + f t - t^2)^power at a column, t being radii from the middle of its block. */
function change(
  { block, radius, power, terms, changes }: Sweep,
  at: number,
  { column, squaredChord, height }: { column: number; squaredChord: number; height: number },
): void {
  const centre = (column - (at - (at % block) + block / 2)) / radius;
  const e = squaredChord / (radius * radius) - centre * centre;
  const f = 2 * centre;
  const to = at * terms;
  if (power === 0) changes[to]! += height;
  else if (power === 1) {
    changes[to]! += height * e;
    changes[to + 1]! += height * f;
    changes[to + 2]! -= height;
  } else if (power === 2) {
    changes[to]! += height * e * e;
    changes[to + 1]! += height * 2 * e * f;
    changes[to + 2]! += height * (f * f - 2 * e);
    changes[to + 3]! -= height * 2 * f;
    changes[to + 4]! += height;
  } else {
    changes[to]! += height * e * e * e;
    changes[to + 1]! += height * 3 * e * e * f;
    changes[to + 2]! += height * 3 * e * (f * f - e);
    changes[to + 3]! += height * f * (f * f - 6 * e);
    changes[to + 4]! += height * 3 * (e - f * f);
    changes[to + 5]! += height * 3 * f;
    changes[to + 6]! -= height;
  }
}

function evaluateRow(sweep: Sweep, values: Float64Array): void {
  const { block, radius, terms, changes, counts, coefficients, columns } = sweep;
  for (let start = 0; start < columns; start += block) {
    coefficients.fill(0);
    let open = 0;
    const end = Math.min(columns, start + block);
    for (let column = start; column < end; column++) {
      open += counts[column]!;
      const at = column * terms;
      for (let term = 0; term < terms; term++) coefficients[term]! += changes[at + term]!;
      if (open === 0) continue;
      const t = (column - start - block / 2) / radius;
      let value = coefficients[terms - 1]!;
      for (let term = terms - 2; term >= 0; term--) value = value * t + coefficients[term]!;
      if (value > 0) values[column]! += value;
    }
  }
}
