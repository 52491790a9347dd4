import { tileBox, type Tile } from './mercator-box.js';
import { isAtPlaceBefore } from './same-place.js';
import type { IndexedPoints, PointSource } from './point-columns.js';
import { forEachSelectedIn, type Selection } from './selection.js';

/** In parallel arrays, one item for each cell that is not empty, ascending. */
export interface CellCounts {
  /** row x COUNT_TILE_CELLS + column, from the north-west. */
  cells: Uint16Array;
  /** Businesses that match the selection. */
  matching: Uint32Array;
  /** Businesses whatever their sectors and size. */
  all: Uint32Array;
}

/** Along each side of a tile. */
export const COUNT_TILE_CELLS = 64;

/**
 * Counts the businesses in each cell of a tile. One with several locations counts at each of them,
 * but once at one exact place on the grid.
 *
 * @returns null if the tile is empty
 * @throws {RangeError} if there is no such tile
 */
export function countTile(
  points: IndexedPoints,
  tile: Tile,
  selection: Selection,
): CellCounts | null {
  const { box, cellOf } = tileCells(points, tile);
  const { locations } = points.columns;
  const matching = new Uint32Array(COUNT_TILE_CELLS ** 2);
  const all = new Uint32Array(COUNT_TILE_CELLS ** 2);
  forEachSelectedIn(points, { selection, box }, (business) => {
    for (let i = 0; i < business.locationCount; i++) {
      if (isAtPlaceBefore(locations, business.locations, i)) continue;
      const cell = cellOf(business.locations[i]!);
      all[cell]!++;
      if (business.matches) matching[cell]!++;
    }
  });
  return withoutEmpty(matching, all);
}

/**
 * A tile's box, and the cell of a location in it.
 *
 * @throws {RangeError} if there is no such tile
 */
export function tileCells({ columns }: PointSource, tile: Tile) {
  const box = tileBox(tile);
  const cellSide = 2 ** (32 - tile.z) / COUNT_TILE_CELLS;
  const { mercatorXs, mercatorYs } = columns.locations;
  const cellOf = (location: number): number => {
    const column = Math.floor((mercatorXs[location]! - box.west) / cellSide);
    const row = Math.floor((mercatorYs[location]! - box.north) / cellSide);
    return row * COUNT_TILE_CELLS + column;
  };
  return { box, cellOf };
}

/** @returns null if every cell is empty */
export function withoutEmpty(matching: Uint32Array, all: Uint32Array): CellCounts | null {
  const cells = Uint16Array.from(
    [...all.keys()].filter((cell) => all[cell]! > 0 || matching[cell]! > 0),
  );
  if (cells.length === 0) return null;
  return {
    cells,
    matching: Uint32Array.from(cells, (cell) => matching[cell]!),
    all: Uint32Array.from(cells, (cell) => all[cell]!),
  };
}

/**
 * Little-endian: n as uint32, n cells (uint16), zeros up to a multiple of 4 bytes, n counts of
 * matching businesses and n of all (uint32 each).
 */
export function encodeCountTile({ cells, matching, all }: CellCounts): Uint8Array {
  const n = cells.length;
  const countsBegin = 4 + Math.ceil(n / 2) * 4;
  const view = new DataView(new ArrayBuffer(countsBegin + 8 * n));
  view.setUint32(0, n, true);
  for (let i = 0; i < n; i++) {
    view.setUint16(4 + 2 * i, cells[i]!, true);
    view.setUint32(countsBegin + 4 * i, matching[i]!, true);
    view.setUint32(countsBegin + 4 * (n + i), all[i]!, true);
  }
  return new Uint8Array(view.buffer);
}
