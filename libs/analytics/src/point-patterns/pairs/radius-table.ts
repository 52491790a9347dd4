/** Finds the first of several radii that a squared distance does not exceed. */
export interface RadiusTable {
  /** Ascending squares of the radii, and Infinity at the end for all that is beyond. */
  squares: Float64Array;
  /** For equal parts of the squared distances, the last being all that is beyond: a radius at or before the one in question. */
  firsts: Uint16Array;
  slotsPerUnit: number;
  /** From this slot on it is the first or the next. */
  firstFine: number;
}

/** Up to the square of the largest radius. */
const FEWEST_SLOTS = 2 ** 10;
/** Where even so many would leave several radii in one. */
const COARSE_SLOTS = 2 ** 14;
const MOST_SLOTS = 2 ** 18;
const MOST_RADII = 2 ** 16 - 1;

/** @throws {RangeError} if there is no radius, or 2^16, or they do not ascend from 0 or more */
export function tabulateRadii(radii: ArrayLike<number>): RadiusTable {
  checkRadii(radii);
  const squares = new Float64Array(radii.length + 1).fill(Infinity);
  for (let i = 0; i < radii.length; i++) squares[i] = radii[i]! * radii[i]!;
  let narrowest = Infinity;
  for (let i = 1; i < radii.length; i++) {
    narrowest = Math.min(narrowest, squares[i]! - squares[i - 1]!);
  }
  const needed = (4 * squares[radii.length - 1]!) / narrowest;
  if (needed > MOST_SLOTS) return tabulate(squares, COARSE_SLOTS);
  return tabulate(squares, Math.max(FEWEST_SLOTS, Math.ceil(needed)));
}

function tabulate(squares: Float64Array, slots: number): RadiusTable {
  const radii = squares.length - 1;
  const slotsPerUnit = slots / Math.max(squares[radii - 1]!, Number.MIN_VALUE * slots);
  const firsts = new Uint16Array(slots + 3);
  let firstFine = 0;
  for (let slot = 0, first = 0; slot < firsts.length - 1; slot++) {
    // from the slot before to the one after: rounding may move a distance there
    const [from, to] = [(slot - 1) / slotsPerUnit, (slot + 2) / slotsPerUnit];
    while (squares[first]! < from) first++;
    firsts[slot] = first;
    if (squares[Math.min(first + 1, radii)]! < to) firstFine = slot + 1;
  }
  firsts[firsts.length - 1] = radii;
  return { squares, firsts, slotsPerUnit, firstFine };
}

/** One look and one comparison; only for tables whose `firstFine` is 0. Its arguments are apart to become part of a loop. */
export function fineRadiusOf(
  squared: number,
  firsts: Uint16Array,
  squares: Float64Array,
  slotsPerUnit: number,
): number {
  const first = firsts[Math.min(squared * slotsPerUnit, firsts.length - 1) | 0]!;
  return first + Number(squared > squares[first]!); // without a branch, which would be guessed
}

/** As `fineRadiusOf`, for any table. */
export function radiusOf(squared: number, table: RadiusTable): number {
  const { squares, firsts, slotsPerUnit, firstFine } = table;
  const slot = Math.min(squared * slotsPerUnit, firsts.length - 1) | 0;
  let radius = firsts[slot]!;
  if (squared > squares[radius]!) radius++;
  if (slot < firstFine) while (squared > squares[radius]!) radius++;
  return radius;
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
  if (radii.length > MOST_RADII) throw new RangeError(`${radii.length} radii are too many`);
}
