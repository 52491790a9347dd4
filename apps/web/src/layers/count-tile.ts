import { COUNT_TILE_CELLS, type CountTile } from '@cluster-atlas/contract';

/**
 * Reads a count tile; its arrays are views of the buffer.
 *
 * @throws {RangeError} if the buffer is shorter than its own count says
 */
export function decodeCountTile(buffer: ArrayBuffer): CountTile {
  const length = new DataView(buffer).getUint32(0, true);
  const countsFrom = 4 + Math.ceil((2 * length) / 4) * 4;
  return {
    cells: new Uint16Array(buffer, 4, length),
    matching: new Uint32Array(buffer, countsFrom, length),
    all: new Uint32Array(buffer, countsFrom + 4 * length, length),
  };
}

export interface CountGrid {
  /** Cells along each side. */
  side: number;
  /** side × side counts, row by row from the north-west. */
  matching: Uint32Array;
  all: Uint32Array;
}

/**
 * The tile's counts as a full grid, `merge` × `merge` cells to one.
 *
 * @param merge a power of 2 that is at most the tile's cells
 */
export function toCountGrid({ cells, matching, all }: CountTile, merge: number): CountGrid {
  const side = COUNT_TILE_CELLS / merge;
  const grid = {
    side,
    matching: new Uint32Array(side * side),
    all: new Uint32Array(side * side),
  };
  for (let i = 0; i < cells.length; i++) {
    const row = Math.floor(cells[i]! / COUNT_TILE_CELLS / merge);
    const column = Math.floor((cells[i]! % COUNT_TILE_CELLS) / merge);
    grid.matching[row * side + column]! += matching[i]!;
    grid.all[row * side + column]! += all[i]!;
  }
  return grid;
}
