import type { Sites } from '../sites/collapse-sites.js';
import { rangeOf, rowOf } from '../sites/order-points.js';

/** Of eps; below 1 / sqrt 2 by more than rounding can add, so that any two sites of a cell are in reach. */
const CELL_SIDE = 0.7;
/** Cells that are further apart than this in a column or row are out of reach: 2 x 0.7 > 1. */
const REACH = 2;
/** Of cells along an axis: beyond it rounding could add 1 %. */
const MOST_CELLS = 2 ** 31;

/**
 * Sites sorted into the square cells of a grid, row by row; empty cells take no space.
 *
 * The sites of a cell stand side by side from `starts[cell]` on. Their order within the cell is
 * free, so that cores can be moved to its front.
 */
export interface SiteGrid {
  /** m, in the order of the grid. */
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array;
  /** m site numbers. */
  sites: Uint32Array;
  /** c + 1. */
  starts: Uint32Array;
  /** c, ascending within a row. */
  columns: Uint32Array;
  /**
   * The cells that a cell's sites may reach, as runs side by side: one for each of the
   * NEIGHBOUR_ROWS around it, the lowest first. The run of row r starts with the cell
   * `neighbours[NEIGHBOUR_ROWS * cell + r]` and has as many cells as `neighbourCounts` says.
   */
  neighbours: Uint32Array;
  neighbourCounts: Uint8Array;
}

export const NEIGHBOUR_ROWS = 2 * REACH + 1;
/** Which of the NEIGHBOUR_ROWS is the cell's own. */
export const OWN_ROW = REACH;

/** The height of the rows into which sites are to be collapsed for `buildSiteGrid`. */
export function gridRowHeight(eps: number): number {
  return CELL_SIDE * eps;
}

/**
 * Takes over the arrays of sites that were collapsed into rows of `gridRowHeight`. Linear.
 *
 * @throws {RangeError} if there would be 2^31 columns
 */
export function buildSiteGrid(sites: Sites, eps: number): SiteGrid {
  const { xs, ys, weights } = sites;
  const side = gridRowHeight(eps);
  const { lowest: minX, highest: maxX } = rangeOf(xs);
  const { lowest } = rangeOf(ys);
  if ((maxX - minX) / side >= MOST_CELLS) {
    throw new RangeError(`eps ${eps} is too small for points from ${minX} to ${maxX}`);
  }
  const numbers = new Uint32Array(xs.length);
  const starts = new Uint32Array(xs.length + 1);
  const columns = new Uint32Array(xs.length);
  const rows = new Uint32Array(xs.length);
  let cells = 0;
  for (let i = 0; i < xs.length; i++) {
    numbers[i] = i;
    const column = Math.floor((xs[i]! - minX) / side);
    const row = rowOf(ys[i]!, { lowest, rowHeight: side });
    if (cells > 0 && column === columns[cells - 1] && row === rows[cells - 1]) continue;
    columns[cells] = column;
    rows[cells] = row;
    starts[cells++] = i;
  }
  starts[cells] = xs.length;
  const shortColumns = columns.slice(0, cells);
  return {
    xs,
    ys,
    weights,
    sites: numbers,
    starts: starts.slice(0, cells + 1),
    columns: shortColumns,
    ...findNeighbours(shortColumns, rows),
  };
}

/** @param rows c at least */
function findNeighbours(
  columns: Uint32Array,
  rows: Uint32Array,
): Pick<SiteGrid, 'neighbours' | 'neighbourCounts'> {
  const neighbours = new Uint32Array(NEIGHBOUR_ROWS * columns.length);
  const neighbourCounts = new Uint8Array(NEIGHBOUR_ROWS * columns.length);
  const rowStarts: number[] = [];
  for (let cell = 0; cell < columns.length; cell++) {
    if (cell === 0 || rows[cell] !== rows[cell - 1]) rowStarts.push(cell);
  }
  for (let row = 0; row < rowStarts.length; row++) {
    const from = rowStarts[row]!;
    const to = rowStarts[row + 1] ?? columns.length;
    for (let other = Math.max(row - REACH, 0); other <= row + REACH; other++) {
      if (other >= rowStarts.length) break;
      const distance = rows[rowStarts[other]!]! - rows[from]!;
      if (Math.abs(distance) > REACH) continue;
      const end = rowStarts[other + 1] ?? columns.length;
      let first = rowStarts[other]!;
      for (let cell = from; cell < to; cell++) {
        const column = columns[cell]!;
        while (first < end && columns[first]! + REACH < column) first++;
        let last = first;
        while (last < end && columns[last]! <= column + REACH) last++;
        neighbours[NEIGHBOUR_ROWS * cell + distance + REACH] = first;
        neighbourCounts[NEIGHBOUR_ROWS * cell + distance + REACH] = last - first;
      }
    }
  }
  return { neighbours, neighbourCounts };
}

/** By x, then y. */
export function isBefore({ xs, ys }: SiteGrid, a: number, b: number): boolean {
  return xs[a]! < xs[b]! || (xs[a] === xs[b] && ys[a]! < ys[b]!);
}
