import { radixOrder } from '../sorting/radix-order.js';

/** What lies in each cell, by group; cells in ascending order, and groups within a cell. */
export interface CellSums {
  /** m keys. */
  cells: Float64Array;
  /** m, such as numbers of sectors. */
  groups: Uint32Array;
  /** m points. */
  counts: Float64Array;
  /** m sums of weights. */
  weights: Float64Array;
}

export interface CellPoints {
  /** n whole numbers from 0 to 2^53 - 1. */
  cells: Float64Array;
  /** n; null: all in group 0. */
  groups: Uint32Array | null;
  /** n; null: each weighs 1. */
  weights: Float64Array | null;
}

const WORD = 2 ** 32;

/**
 * Counts points, and adds up their weights, in each cell.
 *
 * The weights of a cell are added in ascending order, so the sums do not depend on the points' order.
 * Linear.
 *
 * @throws {RangeError} if the arrays differ in length, or a cell is no whole number from 0
 */
export function sumByCell({ cells, groups, weights }: CellPoints): CellSums {
  check({ cells, groups, weights });
  const order = radixOrder([groups ?? new Uint32Array(cells.length), ...wordsOf(cells)]);
  const sums = emptySums(cells.length);
  let length = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const cell = cells[order[from]!]!;
    const group = groups ? groups[order[from]!]! : 0;
    while (to < order.length) {
      const point = order[to]!;
      if (cells[point] !== cell || (groups && groups[point] !== group)) break;
      to++;
    }
    sums.cells[length] = cell;
    sums.groups[length] = group;
    sums.counts[length] = to - from;
    sums.weights[length++] = weights ? sumOf(weights, order.subarray(from, to)) : to - from;
  }
  return shorten(sums, length);
}

/**
 * The sums in coarser cells: a level of a pyramid of which each is made from the one below. Sums are
 * added in the order of the finer cells.
 *
 * @param coarser the cell that a cell lies in, such as `coarserKey` of libs/geo
 */
export function coarsenSums(fine: CellSums, coarser: (cell: number) => number): CellSums {
  const cells = fine.cells.map(coarser);
  const order = radixOrder([fine.groups, ...wordsOf(cells)]);
  const sums = emptySums(cells.length);
  let last = -1;
  for (const at of order) {
    const isNew =
      last < 0 || sums.cells[last] !== cells[at] || sums.groups[last] !== fine.groups[at];
    if (isNew) last++;
    sums.cells[last] = cells[at]!;
    sums.groups[last] = fine.groups[at]!;
    sums.counts[last]! += fine.counts[at]!;
    sums.weights[last]! += fine.weights[at]!;
  }
  return shorten(sums, last + 1);
}

function check({ cells, groups, weights }: CellPoints): void {
  for (const other of [groups, weights]) {
    if (other && other.length !== cells.length) {
      throw new RangeError(`${cells.length} cells, but ${other.length} in another array`);
    }
  }
  for (const cell of cells) {
    if (!(Number.isSafeInteger(cell) && cell >= 0)) throw new RangeError(`${cell} is no cell`);
  }
}

/** The lower and the upper half of each key, by which to sort. */
function wordsOf(cells: Float64Array): [Uint32Array, Uint32Array] {
  return [
    Uint32Array.from(cells, (cell) => cell % WORD),
    Uint32Array.from(cells, (cell) => Math.floor(cell / WORD)),
  ];
}

function emptySums(length: number): CellSums {
  return {
    cells: new Float64Array(length),
    groups: new Uint32Array(length),
    counts: new Float64Array(length),
    weights: new Float64Array(length),
  };
}

function shorten({ cells, groups, counts, weights }: CellSums, length: number): CellSums {
  return {
    cells: cells.slice(0, length),
    groups: groups.slice(0, length),
    counts: counts.slice(0, length),
    weights: weights.slice(0, length),
  };
}

/** In ascending order. */
function sumOf(weights: Float64Array, points: Uint32Array): number {
  return Float64Array.from(points, (point) => weights[point]!)
    .sort()
    .reduce((sum, weight) => sum + weight, 0);
}
