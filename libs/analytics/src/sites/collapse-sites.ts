import { orderPoints } from './order-points.js';

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

/**
 * Merges points with equal coordinates into weighted sites.
 *
 * The sites and their weights do not depend on the points' order: the weights of a site are added
 * in ascending order; -0 equals 0. Linear, but for what `orderPoints` says.
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
