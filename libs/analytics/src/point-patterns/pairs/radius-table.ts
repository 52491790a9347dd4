/** Finds the first of several radii that a squared distance does not exceed. */
export interface RadiusTable {
  /** Ascending squares of the radii, and Infinity at the end for all that is beyond. */
  squares: Float64Array;
  /**
   * For equal parts of the squared distances: the radius, or, where a radius lies within the part or
   * beside it, the number of `squares` plus the first that may be it.
   */
  codes: Uint32Array;
  slotsPerUnit: number;
}

/** Up to the square of the largest radius. */
const SLOTS = 1 << 14;
/** Stands for all that is beyond. */
const LAST_SLOT = SLOTS + 2;

/** @throws {RangeError} if there is no radius, or they are not ascending from 0 or more */
export function tabulateRadii(radii: ArrayLike<number>): RadiusTable {
  checkRadii(radii);
  const squares = new Float64Array(radii.length + 1).fill(Infinity);
  for (let i = 0; i < radii.length; i++) squares[i] = radii[i]! * radii[i]!;
  const slotsPerUnit = SLOTS / Math.max(squares[radii.length - 1]!, Number.MIN_VALUE * SLOTS);
  const codes = new Uint32Array(LAST_SLOT + 1);
  for (let slot = 0, first = 0; slot < LAST_SLOT; slot++) {
    // from the slot before to the one after: rounding may move a distance there
    const [from, to] = [(slot - 1) / slotsPerUnit, (slot + 2) / slotsPerUnit];
    while (squares[first]! < from) first++;
    codes[slot] = squares[first]! < to ? squares.length + first : first;
  }
  codes[LAST_SLOT] = radii.length;
  return { squares, codes, slotsPerUnit };
}

/**
 * Passed as numbers and arrays, to become part of the loop it is called in. Wrong for the square of
 * a distance beyond the last radius by rounding only, which is why that has slots of its own.
 */
export function radiusOf(
  squared: number,
  codes: Uint32Array,
  squares: Float64Array,
  slotsPerUnit: number,
): number {
  const code = codes[Math.min(squared * slotsPerUnit, LAST_SLOT) | 0]!;
  if (code < squares.length) return code;
  return firstNotBelow(squares, squared, code - squares.length, squares.length - 1);
}

/** By halves and recursive: a loop in it would slow down the one it is called in. */
function firstNotBelow(squares: Float64Array, squared: number, from: number, to: number): number {
  if (squared <= squares[from]!) return from;
  if (to - from <= 1) return to;
  const middle = (from + to) >>> 1;
  return squared <= squares[middle]!
    ? firstNotBelow(squares, squared, from + 1, middle)
    : firstNotBelow(squares, squared, middle + 1, to);
}

export function checkRadii(radii: ArrayLike<number>): void {
  let before = -1;
  for (let i = 0; i < radii.length; i++) {
    const radius = radii[i]!;
    if (!(radius > before && radius >= 0 && radius < Infinity)) {
      throw new RangeError(`Radii ${Array.from(radii).join(', ')} do not ascend from 0 or more`);
    }
    before = radius;
  }
  if (radii.length === 0) throw new RangeError('There is no radius');
}
