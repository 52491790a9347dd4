/** A rectangle; metres where it is a place. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Square cells, in rows from the south, by column from the west within a row. */
export interface RasterFrame {
  /** The outer edges of the first column and row. */
  west: number;
  south: number;
  /** Side of a cell. */
  cell: number;
  columns: number;
  rows: number;
}

export interface Raster {
  frame: RasterFrame;
  /** rows * columns; that of column c in row r is at r * columns + c. */
  values: Float64Array;
}

/** 1 GB of doubles. */
const MOST_CELLS = 2 ** 27;

/**
 * The raster that covers a rectangle, from its south-western corner on.
 *
 * @throws {RangeError} if the cell is not positive, the box is upside down or infinite, or there
 * would be more than 2^27 cells
 */
export function frameOver({ west, south, east, north }: Box, cell: number): RasterFrame {
  if (!(cell > 0 && cell < Infinity)) {
    throw new RangeError(`The cell is ${cell}, not a positive number`);
  }
  const columns = cellsAlong(west, east, cell);
  const rows = cellsAlong(south, north, cell);
  if (!(columns * rows <= MOST_CELLS)) {
    throw new RangeError(
      `Cells of ${cell} from ${west}, ${south} to ${east}, ${north}: ${columns} x ${rows} are too many`,
    );
  }
  return { west, south, cell, columns, rows };
}

/**
 * The raster that covers points and a margin around them, its edges at whole multiples of the cell,
 * so that the rasters of several sets of points share their lattice.
 *
 * @throws {RangeError} as `frameOver`
 */
export function frameAround(box: Box, cell: number, margin: number): RasterFrame {
  const down = (value: number) => Math.floor((value - margin) / cell) * cell;
  const up = (value: number) => (Math.floor((value + margin) / cell) + 1) * cell;
  return frameOver(
    { west: down(box.west), south: down(box.south), east: up(box.east), north: up(box.north) },
    cell,
  );
}

/** The same lattice with some more cells on every side. */
export function widenFrame(frame: RasterFrame, cells: number): RasterFrame {
  const { west, south, cell, columns, rows } = frame;
  return frameOver(
    {
      west: west - cells * cell,
      south: south - cells * cell,
      east: west + (columns + cells) * cell,
      north: south + (rows + cells) * cell,
    },
    cell,
  );
}

/** The same lattice with some fewer cells on every side. */
export function trimFrame(frame: RasterFrame, cells: number): RasterFrame {
  const { west, south, cell, columns, rows } = frame;
  return {
    west: west + cells * cell,
    south: south + cells * cell,
    cell,
    columns: columns - 2 * cells,
    rows: rows - 2 * cells,
  };
}

/** The x of the centres of the columns, or the y of those of the rows. */
export function cellCentres(start: number, cell: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => start + (i + 0.5) * cell);
}

/** The number of the cell that holds a place, its western and southern edges included; -1: none. */
export function cellAt(
  { west, south, cell, columns, rows }: RasterFrame,
  x: number,
  y: number,
): number {
  const column = Math.floor((x - west) / cell);
  const row = Math.floor((y - south) / cell);
  const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
  return isInside ? row * columns + column : -1;
}

/** A remainder below 1e-9 of a cell is rounding. */
function cellsAlong(from: number, to: number, cell: number): number {
  const cells = (to - from) / cell;
  if (!(cells > 0 && cells < Infinity)) throw new RangeError(`A raster from ${from} to ${to}`);
  return Math.max(1, Math.ceil(cells - 1e-9));
}
