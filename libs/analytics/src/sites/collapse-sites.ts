import { radixOrder } from '../sorting/radix-order.js';

/** Points on a plane, metres where they are places. */
export interface WeightedPoints {
  xs: Float64Array;
  ys: Float64Array;
  /** null: each weighs 1. */
  weights: Float64Array | null;
}

/** The distinct places of points, in rows from the lowest y up, by x, then y, within a row. */
export interface Sites {
  /** m, as given. */
  xs: Float64Array;
  ys: Float64Array;
  /** m sums over the points that share the place. */
  weights: Float64Array;
  /** m + 1: the points of site s are `members[starts[s]]` up to, without, `members[starts[s + 1]]`. */
  starts: Uint32Array;
  /** n point numbers, ascending within a site. */
  members: Uint32Array;
}

/** The height of rows that makes one row of all points, so that sites are sorted by x, then y. */
export const ONE_ROW = Infinity;

/** Points in their order, or on the way to it. */
type OrderedPoints = Pick<Sites, 'xs' | 'ys' | 'members'>;

/** Of columns into which the radix sort puts the points; two digits of it. */
const SLOTS = 2 ** 22;
/** Beyond it, rounding could put a point into the wrong row by 1 % of its height. */
const MOST_ROWS = 2 ** 31;
/** So many points are put in order by insertion. */
const FEW_POINTS = 64;

/**
 * Merges points with equal coordinates into weighted sites.
 *
 * The sites and their weights do not depend on the points' order: the weights of a site are added
 * in ascending order; -0 equals 0. Linear, but for points of a row closer together in x than 1/2^22
 * of the extent: they are sorted by comparison.
 *
 * @param rowHeight in the unit of the points; the number of a site's row is `rowOf`
 * @throws {RangeError} if the arrays differ in length, a coordinate is not finite, a weight is
 * negative or not finite, or there are 2^31 rows
 */
export function collapseSites(points: WeightedPoints, rowHeight: number): Sites {
  check(points);
  const { xs, ys, members } = orderPoints(points, rowHeight);
  const starts = new Uint32Array(members.length + 1);
  let count = 0;
  for (let i = 0; i < members.length; i++) {
    const x = xs[i]!;
    const y = ys[i]!;
    if (count > 0 && x === xs[count - 1] && y === ys[count - 1]) continue;
    xs[count] = x;
    ys[count] = y;
    starts[count++] = i;
  }
  starts[count] = members.length;
  const runs = { starts: shorten(starts, count + 1), members };
  return {
    xs: shorten(xs, count),
    ys: shorten(ys, count),
    weights: addWeights(points.weights, runs),
    ...runs,
  };
}

/** @param lowest y of all points */
export function rowOf(
  y: number,
  { lowest, rowHeight }: { lowest: number; rowHeight: number },
): number {
  return Math.floor((y - lowest) / rowHeight);
}

/** The lowest and the highest of the values; Infinity and -Infinity of none. */
export function rangeOf(values: Float64Array): { lowest: number; highest: number } {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}

function shorten<Column extends Float64Array | Uint32Array>(
  column: Column,
  length: number,
): Column {
  return (column.length === length ? column : column.slice(0, length)) as Column;
}

function check({ xs, ys, weights }: WeightedPoints): void {
  if (xs.length !== ys.length || (weights && weights.length !== xs.length)) {
    const lengths = [xs, ys, weights ?? xs].map(({ length }) => length);
    throw new RangeError(`xs, ys and weights differ in length: ${lengths.join(', ')}`);
  }
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i])) {
      throw new RangeError(`Point ${i} is at ${xs[i]}, ${ys[i]}`);
    }
  }
  if (!weights) return;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! >= 0 && weights[i]! < Infinity)) {
      throw new RangeError(`Point ${i} has the weight ${weights[i]}`);
    }
  }
}

/** By row, x, y, then number. */
function orderPoints({ xs, ys }: WeightedPoints, rowHeight: number): OrderedPoints {
  const { lowest: minX, highest: maxX } = rangeOf(xs);
  const { lowest, highest } = rangeOf(ys);
  if (maxX - minX === Infinity || (highest - lowest) / rowHeight >= MOST_ROWS) {
    throw new RangeError(
      `Rows of ${rowHeight} do not suit points from ${minX}, ${lowest} to ${maxX}, ${highest}`,
    );
  }
  const slotsPerUnit = maxX > minX ? (SLOTS - 1) / (maxX - minX) : 0;
  const slotOf = (x: number) => Math.floor((x - minX) * slotsPerUnit);
  const slots = new Uint32Array(xs.length);
  const rows = new Uint32Array(xs.length);
  for (let i = 0; i < xs.length; i++) {
    slots[i] = slotOf(xs[i]!);
    rows[i] = rowOf(ys[i]!, { lowest, rowHeight });
  }
  const members = radixOrder([slots, rows]);
  const ordered = { xs: new Float64Array(xs.length), ys: new Float64Array(xs.length), members };
  fill(ordered, { xs, ys }, 0, members.length);
  orderWithinSlots(
    ordered,
    { xs, ys },
    (i) =>
      slotOf(ordered.xs[i]!) !== slotOf(ordered.xs[i - 1]!) ||
      rowOf(ordered.ys[i]!, { lowest, rowHeight }) !==
        rowOf(ordered.ys[i - 1]!, { lowest, rowHeight }),
  );
  return ordered;
}

type Points = Pick<WeightedPoints, 'xs' | 'ys'>;

function fill({ xs, ys, members }: OrderedPoints, points: Points, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    xs[i] = points.xs[members[i]!]!;
    ys[i] = points.ys[members[i]!]!;
  }
}

/** By x, then y, then number: the points of a slot stand side by side. */
function orderWithinSlots(
  ordered: OrderedPoints,
  points: Points,
  isNewSlot: (i: number) => boolean,
): void {
  const { xs, ys, members } = ordered;
  for (let i = 1; i < members.length; i++) {
    const isAscending = xs[i - 1]! < xs[i]! || (xs[i - 1] === xs[i] && ys[i - 1]! <= ys[i]!);
    if (isAscending || isNewSlot(i)) continue;
    let from = i - 1;
    let to = i + 1;
    while (from > 0 && !isNewSlot(from)) from--;
    while (to < members.length && !isNewSlot(to)) to++;
    if (to - from <= FEW_POINTS) sortByInsertion(ordered, from, to);
    else {
      members
        .subarray(from, to)
        .sort((a, b) => points.xs[a]! - points.xs[b]! || points.ys[a]! - points.ys[b]! || a - b);
      fill(ordered, points, from, to);
    }
    i = to;
  }
}

function sortByInsertion({ xs, ys, members }: OrderedPoints, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const [x, y, member] = [xs[i]!, ys[i]!, members[i]!];
    let at = i;
    for (; at > from; at--) {
      const before = at - 1;
      if (xs[before]! < x || (xs[before] === x && ys[before]! <= y)) break;
      xs[at] = xs[before]!;
      ys[at] = ys[before]!;
      members[at] = members[before]!;
    }
    xs[at] = x;
    ys[at] = y;
    members[at] = member;
  }
}

function addWeights(
  weights: Float64Array | null,
  { starts, members }: Pick<Sites, 'starts' | 'members'>,
): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let site = 0; site < sums.length; site++) {
    const from = starts[site]!;
    const to = starts[site + 1]!;
    if (!weights) sums[site] = to - from;
    else if (to - from === 1) sums[site] = weights[members[from]!]!;
    else {
      const own = new Float64Array(to - from);
      for (let i = from; i < to; i++) own[i - from] = weights[members[i]!]!;
      sums[site] = own.sort().reduce((sum, weight) => sum + weight, 0);
    }
  }
  return sums;
}
