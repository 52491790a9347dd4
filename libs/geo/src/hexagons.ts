/** Columns and rows that a key can hold on either side of 0, 0. */
const ORIGIN = 2 ** 25;
const ROOT_3 = Math.sqrt(3);

/**
 * The key of the regular hexagon that holds a place. Hexagons stand on a corner; one is centred on
 * 0, 0, and those beside it are a width away.
 *
 * A place on an edge belongs to one of the two hexagons, always the same. Hexagons of different
 * widths do not nest.
 *
 * Source: the nearest centre of a triangular lattice, Conway and Sloane (1999), Sphere Packings,
 * Lattices and Groups, ch. 20.
 *
 * @param width between parallel sides, metres
 * @throws {RangeError} if the width is not positive or the place is more than 2^24 widths away
 */
export function hexagonAt(width: number, x: number, y: number): number {
  // the centres are two lattices of rectangles, width by width * root 3, one in the middle of the other
  const across = x / width;
  const up = y / (width * ROOT_3);
  const [column, row] = [Math.round(across), Math.round(up)];
  const [middleColumn, middleRow] = [Math.floor(across), Math.floor(up)];
  const corner = (across - column) ** 2 + 3 * (up - row) ** 2;
  const middle = (across - middleColumn - 0.5) ** 2 + 3 * (up - middleRow - 0.5) ** 2;
  const isCorner = corner <= middle;
  const halfColumn = isCorner ? 2 * column : 2 * middleColumn + 1;
  const halfRow = isCorner ? 2 * row : 2 * middleRow + 1;
  if (!(width > 0 && Math.abs(halfColumn) < ORIGIN && Math.abs(halfRow) < ORIGIN)) {
    throw new RangeError(`There is no hexagon of ${width} at ${x}, ${y}`);
  }
  return (halfRow + ORIGIN) * 2 * ORIGIN + halfColumn + ORIGIN;
}

/** The centre of a hexagon. */
export function hexagonCentre(width: number, key: number): { x: number; y: number } {
  const halfRow = Math.floor(key / (2 * ORIGIN)) - ORIGIN;
  const halfColumn = (key % (2 * ORIGIN)) - ORIGIN;
  return { x: (halfColumn * width) / 2, y: (halfRow * width * ROOT_3) / 2 };
}
