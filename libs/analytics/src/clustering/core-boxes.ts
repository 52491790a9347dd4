import { swap } from './find-cores.js';
import type { SiteGrid } from './site-grid.js';

/** So many pairs are compared one by one; above, halves that are out of reach are left out first. */
const FEW_PAIRS = 1024;

/** Sites side by side in the grid, and the smallest box around them. */
interface BoxedRun {
  from: number;
  to: number;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/**
 * The boxes around the core sites of each cell, and what they tell about distances.
 *
 * Exact: differences, squares and sums round monotonically, so that no pair in two boxes has a
 * computed distance below that of the boxes.
 */
export class CoreBoxes {
  /** minX, minY, maxX, maxY of each cell. */
  private readonly bounds: Float64Array;
  private readonly squaredEps: number;

  constructor(
    private readonly grid: SiteGrid,
    private readonly cores: Uint32Array,
    eps: number,
  ) {
    this.squaredEps = eps * eps;
    this.bounds = new Float64Array(4 * cores.length);
    for (let cell = 0; cell < cores.length; cell++) this.bound(cell);
  }

  /** From a site to the box of a cell. */
  squaredGapTo(cell: number, x: number, y: number): number {
    const at = 4 * cell;
    const dx = Math.max(this.bounds[at]! - x, x - this.bounds[at + 2]!, 0);
    const dy = Math.max(this.bounds[at + 1]! - y, y - this.bounds[at + 3]!, 0);
    return dx * dx + dy * dy;
  }

  /** Whether any core of one cell is within eps of any of the other. */
  areConnected(a: number, b: number): boolean {
    const { bounds } = this;
    const [atA, atB] = [4 * a, 4 * b];
    const dx = Math.max(bounds[atA]! - bounds[atB + 2]!, bounds[atB]! - bounds[atA + 2]!, 0);
    const dy = Math.max(
      bounds[atA + 1]! - bounds[atB + 3]!,
      bounds[atB + 1]! - bounds[atA + 3]!,
      0,
    );
    if (dx * dx + dy * dy > this.squaredEps) return false;
    const { cores, grid, squaredEps } = this;
    if (cores[a]! * cores[b]! > FEW_PAIRS)
      return touch(grid, this.runOf(a), this.runOf(b), squaredEps);
    const [fromA, fromB] = [grid.starts[a]!, grid.starts[b]!];
    return hasPair(grid, squaredEps, fromA, fromA + cores[a]!, fromB, fromB + cores[b]!);
  }

  private bound(cell: number): void {
    const from = this.grid.starts[cell]!;
    const run = boundRun(this.grid, from, from + this.cores[cell]!);
    this.bounds[4 * cell] = run.minX;
    this.bounds[4 * cell + 1] = run.minY;
    this.bounds[4 * cell + 2] = run.maxX;
    this.bounds[4 * cell + 3] = run.maxY;
  }

  private runOf(cell: number): BoxedRun {
    const from = this.grid.starts[cell]!;
    return {
      from,
      to: from + this.cores[cell]!,
      minX: this.bounds[4 * cell]!,
      minY: this.bounds[4 * cell + 1]!,
      maxX: this.bounds[4 * cell + 2]!,
      maxY: this.bounds[4 * cell + 3]!,
    };
  }
}

/**
 * Whether a site of one run is within eps of one of the other. Halves the larger run along its
 * wider side until boxes decide, so that two dense cells just out of reach need no look at all pairs.
 */
function touch(grid: SiteGrid, a: BoxedRun, b: BoxedRun, squaredEps: number): boolean {
  if (squaredGap(a, b) > squaredEps) return false;
  if (squaredSpan(a, b) <= squaredEps) return true;
  if ((a.to - a.from) * (b.to - b.from) <= FEW_PAIRS) {
    return hasPair(grid, squaredEps, a.from, a.to, b.from, b.to);
  }
  const [small, large] = a.to - a.from < b.to - b.from ? [a, b] : [b, a];
  const halves = halve(grid, large);
  if (squaredGap(halves[1], small) < squaredGap(halves[0], small)) halves.reverse();
  return touch(grid, halves[0], small, squaredEps) || touch(grid, halves[1], small, squaredEps);
}

/** Two spans of places, passed as numbers: most calls are so short that objects would cost more. */
function hasPair(
  { xs, ys }: SiteGrid,
  squaredEps: number,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): boolean {
  for (let i = fromA; i < toA; i++) {
    const x = xs[i]!;
    const y = ys[i]!;
    for (let j = fromB; j < toB; j++) {
      const dx = xs[j]! - x;
      const dy = ys[j]! - y;
      if (dx * dx + dy * dy <= squaredEps) return true;
    }
  }
  return false;
}

/** Of two sites or more; sites are distinct, so that neither half is empty. */
function halve(grid: SiteGrid, run: BoxedRun): [BoxedRun, BoxedRun] {
  const isWide = run.maxX - run.minX >= run.maxY - run.minY;
  const values = isWide ? grid.xs : grid.ys;
  const [lowest, highest] = isWide ? [run.minX, run.maxX] : [run.minY, run.maxY];
  const middle = lowest + (highest - lowest) / 2;
  const upTo = middle < highest ? middle : lowest; // the two may be adjacent doubles
  let front = run.from;
  for (let i = run.from; i < run.to; i++) {
    if (values[i]! <= upTo) swap(grid, i, front++);
  }
  return [boundRun(grid, run.from, front), boundRun(grid, front, run.to)];
}

function boundRun({ xs, ys }: SiteGrid, from: number, to: number): BoxedRun {
  const run = { from, to, minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = from; i < to; i++) {
    const x = xs[i]!;
    const y = ys[i]!;
    if (x < run.minX) run.minX = x;
    if (x > run.maxX) run.maxX = x;
    if (y < run.minY) run.minY = y;
    if (y > run.maxY) run.maxY = y;
  }
  return run;
}

function squaredGap(a: BoxedRun, b: BoxedRun): number {
  const dx = Math.max(a.minX - b.maxX, b.minX - a.maxX, 0);
  const dy = Math.max(a.minY - b.maxY, b.minY - a.maxY, 0);
  return dx * dx + dy * dy;
}

/** Of the two sites that may be furthest apart. */
function squaredSpan(a: BoxedRun, b: BoxedRun): number {
  const dx = Math.max(a.maxX - b.minX, b.maxX - a.minX);
  const dy = Math.max(a.maxY - b.minY, b.maxY - a.minY);
  return dx * dx + dy * dy;
}
