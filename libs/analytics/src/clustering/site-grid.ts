import { rangeOf, rowOf, type Sites } from '../sites/collapse-sites.js';

/** Of eps; below 1 / sqrt 2 by more than rounding can add, so that any two sites of a cell are in reach. */
const CELL_SIDE = 0.7;
/** Cells that are further apart than this in a column or row are out of reach: 2 / 0.7 > 1. */
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
  /** c, ascending within a row; at least REACH. */
  columns: Uint32Array;
  /** c, ascending; at least REACH. */
  rows: Uint32Array;
}

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
    const column = REACH + Math.floor((xs[i]! - minX) / side);
    const row = REACH + rowOf(ys[i]!, { lowest, rowHeight: side });
    if (cells > 0 && column === columns[cells - 1] && row === rows[cells - 1]) continue;
    columns[cells] = column;
    rows[cells] = row;
    starts[cells++] = i;
  }
  starts[cells] = xs.length;
  return {
    xs,
    ys,
    weights,
    sites: numbers,
    starts: starts.slice(0, cells + 1),
    columns: columns.slice(0, cells),
    rows: rows.slice(0, cells),
  };
}

/** By x, then y. */
export function isBefore({ xs, ys }: SiteGrid, a: number, b: number): boolean {
  return xs[a]! < xs[b]! || (xs[a] === xs[b] && ys[a]! < ys[b]!);
}

const ROWS = 2 * REACH + 1;

/**
 * The cells that a cell's sites may reach, as runs of cells side by side: one for each of the five
 * rows around it, the lowest first. Visiting all cells in order costs O(1) for each.
 */
export class NeighbourRows {
  /** The runs of the visited cell: from, up to and without to; its own row is in the middle. */
  readonly from = new Uint32Array(ROWS);
  readonly to = new Uint32Array(ROWS);

  constructor(private readonly grid: SiteGrid) {}

  /** @param cell not before the one visited last */
  visit(cell: number): void {
    const column = this.grid.columns[cell]!;
    const row = this.grid.rows[cell]!;
    for (let i = 0; i < ROWS; i++) {
      this.from[i] = this.firstAtOrAfter(this.from[i]!, row + i - REACH, column - REACH);
      const start = Math.max(this.to[i]!, this.from[i]!);
      this.to[i] = this.firstAtOrAfter(start, row + i - REACH, column + REACH + 1);
    }
  }

  private firstAtOrAfter(cell: number, row: number, column: number): number {
    const { rows, columns } = this.grid;
    while (cell < rows.length && rows[cell]! < row) cell++;
    while (cell < rows.length && rows[cell] === row && columns[cell]! < column) cell++;
    return cell;
  }
}

/** Where NeighbourRows has the visited cell's own row. */
export const OWN_ROW = REACH;
