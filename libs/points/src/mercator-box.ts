import { toMercator } from '@cluster-atlas/geo';

/** A square of the web map: column x from the west and row y from the north of the 2^z. */
export interface Tile {
  z: number;
  x: number;
  y: number;
}

/** West, south, east and north in degrees. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

/** In 2^-32 of the world square's side, y southwards; the edges belong to it. */
export interface MercatorBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export const NOWHERE: MercatorBox = { west: 0, north: 0, east: -1, south: -1 };

const WORLD_SIDE = 2 ** 32;
const LAST = WORLD_SIDE - 1;

/**
 * @param buffer part of the tile's side that is added on each side; nothing beyond the world
 * @throws {RangeError} if there is no such tile
 */
export function tileBox({ z, x, y }: Tile, buffer = 0): MercatorBox {
  const isInRange = (n: number, end: number) => Number.isInteger(n) && n >= 0 && n < end;
  if (!isInRange(z, 33) || !isInRange(x, 2 ** z) || !isInRange(y, 2 ** z)) {
    throw new RangeError(`There is no tile ${z}/${x}/${y}`);
  }
  const side = WORLD_SIDE / 2 ** z;
  return {
    west: Math.max(0, (x - buffer) * side),
    north: Math.max(0, (y - buffer) * side),
    east: Math.min(LAST, (x + 1 + buffer) * side - 1),
    south: Math.min(LAST, (y + 1 + buffer) * side - 1),
  };
}

/**
 * Widened to whole units, by less than 1 cm.
 *
 * @throws {RangeError} if west is east of east or south north of north
 */
export function degreeBox([west, south, east, north]: DegreeBox): MercatorBox {
  if (!(west <= east && south <= north)) {
    throw new RangeError(`Box ${west},${south},${east},${north}`);
  }
  const northWest = toMercator(west, north);
  const southEast = toMercator(east, south);
  return {
    west: worldUnit(northWest.x),
    north: worldUnit(northWest.y),
    east: worldUnit(southEast.x),
    south: worldUnit(southEast.y),
  };
}

/** @param fraction of the world square's side */
export function worldUnit(fraction: number): number {
  return Math.max(0, Math.min(LAST, Math.floor(fraction * WORLD_SIDE)));
}

/** Null: everywhere. */
export function overlap(a: MercatorBox | null, b: MercatorBox | null): MercatorBox | null {
  if (a === null || b === null) return a ?? b;
  return {
    west: Math.max(a.west, b.west),
    north: Math.max(a.north, b.north),
    east: Math.min(a.east, b.east),
    south: Math.min(a.south, b.south),
  };
}

export function isInBox(box: MercatorBox, x: number, y: number): boolean {
  return x >= box.west && x <= box.east && y >= box.north && y <= box.south;
}
