import { fromMercator, toMercator } from './web-mercator.js';

/** Bits of a column or a row; both fit into a double's 53. */
const BITS = 26;
const HALF_BITS = BITS / 2;
const HALF = 2 ** HALF_BITS;
/** The column and the row of the square that begins at 0 metres. */
const ORIGIN = 2 ** (BITS - 1);

/** Zoom levels that a key can hold. */
export const MOST_ZOOM = BITS;

/** The column and the row of a cell, both from 0. */
export interface NestedCell {
  column: number;
  row: number;
}

/**
 * One number for a cell, whose bits are those of the column and the row by turns: the four cells of
 * the next coarser one follow each other, and its key is `coarserKey`.
 *
 * Source: Morton (1966), A computer oriented geodetic data base and a new technique in file
 * sequencing, IBM.
 *
 * @throws {RangeError} if the column or the row is not a whole number from 0 to 2^26 - 1
 */
export function nestedKey({ column, row }: NestedCell): number {
  if (!(isWhole(column) && isWhole(row))) {
    throw new RangeError(`There is no cell in column ${column}, row ${row}`);
  }
  const low = spread(column % HALF) + 2 * spread(row % HALF);
  const high = spread(Math.floor(column / HALF)) + 2 * spread(Math.floor(row / HALF));
  return high * 2 ** BITS + low;
}

/** The inverse of `nestedKey`. */
export function nestedCell(key: number): NestedCell {
  const low = key % 2 ** BITS;
  const high = Math.floor(key / 2 ** BITS);
  return {
    column: gather(high) * HALF + gather(low),
    row: gather(Math.floor(high / 2)) * HALF + gather(Math.floor(low / 2)),
  };
}

/** The key of the cell twice as wide that a cell lies in. */
export function coarserKey(key: number): number {
  return Math.floor(key / 4);
}

/**
 * The key of the square of a lattice in metres that holds a place, its western and southern edges
 * included. The lattice begins at 0, 0 and reaches 2^25 squares in every direction.
 *
 * @throws {RangeError} if the place lies beyond it
 */
export function squareAt(width: number, x: number, y: number): number {
  return nestedKey({
    column: Math.floor(x / width) + ORIGIN,
    row: Math.floor(y / width) + ORIGIN,
  });
}

/**
 * The centre of a square.
 *
 * @param width of the finest squares, metres
 * @param level how often the key was made coarser
 */
export function squareCentre(width: number, key: number, level: number): { x: number; y: number } {
  const { column, row } = nestedCell(key);
  const scale = 2 ** level;
  return {
    x: (column + 0.5 - ORIGIN / scale) * width * scale,
    y: (row + 0.5 - ORIGIN / scale) * width * scale,
  };
}

/**
 * The key of the web map's tile that holds a place, its western and northern edges included.
 *
 * @param zoom 0 (the world) to 26
 */
export function tileAt(
  zoom: number,
  { longitude, latitude }: { longitude: number; latitude: number },
): number {
  const { x, y } = toMercator(longitude, latitude);
  const tiles = 2 ** zoom;
  const along = (fraction: number) =>
    Math.min(tiles - 1, Math.max(0, Math.floor(fraction * tiles)));
  return nestedKey({ column: along(x), row: along(y) });
}

/** The centre of a tile on the map, in degrees. */
export function tileCentre(zoom: number, key: number): { longitude: number; latitude: number } {
  const { column, row } = nestedCell(key);
  return fromMercator((column + 0.5) / 2 ** zoom, (row + 0.5) / 2 ** zoom);
}

/**
 * The name of a tile: a digit for each zoom level, that of a coarser tile being its beginning.
 *
 * Source: Microsoft, Bing Maps Tile System, “Tile coordinates and quadkeys”.
 */
export function quadkey(zoom: number, key: number): string {
  return zoom === 0 ? '' : key.toString(4).padStart(zoom, '0');
}

function isWhole(value: number): boolean {
  return value >= 0 && value < 2 ** BITS && Number.isInteger(value);
}

/** Puts a 0 between any two of 13 bits. */
function spread(value: number): number {
  let bits = value;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Every other bit of 26, from the lowest. */
function gather(value: number): number {
  let bits = value & 0x55555555;
  bits = (bits | (bits >> 1)) & 0x33333333;
  bits = (bits | (bits >> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >> 4)) & 0x00ff00ff;
  return (bits | (bits >> 8)) & 0x0000ffff;
}
