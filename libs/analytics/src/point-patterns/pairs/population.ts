import { collapseSites, type WeightedPoints } from '../../sites/collapse-sites.js';
import { rangeOf, rowOf } from '../../sites/order-points.js';

/**
 * All points, in rows from the lowest y up, by x, then y within a row, by weight at one place: their
 * order, and with it whatever is drawn from them, does not depend on that of the input.
 */
export interface Population {
  /** m distinct places, in that order. */
  xs: Float64Array;
  ys: Float64Array;
  /** m rows. */
  rows: Uint32Array;
  rowCount: number;
  rowHeight: number;
  /** n place numbers, ascending: of the points in their order, here called positions. */
  siteOf: Uint32Array;
  /** n weights by position; null: each weighs 1. */
  weights: Float64Array | null;
  /** n point numbers by position. */
  members: Uint32Array;
}

/** Of the reach: narrower rows visit fewer pairs in vain and cost more by themselves. */
const ROWS_PER_REACH = 12;
/** Rows for the square root of n: points that are far apart need no more. */
const ROWS_PER_ROOT = 4;

/**
 * @param reach up to which pairs will be looked for; any other is possible, but slower
 * @throws {RangeError} as `collapseSites`
 */
export function arrangePoints(points: WeightedPoints, reach: number): Population {
  const { lowest, highest } = rangeOf(points.ys);
  const most = ROWS_PER_ROOT * Math.sqrt(points.ys.length);
  const rowHeight = Math.max(reach / ROWS_PER_REACH, (highest - lowest) / most) || 1;
  const { xs, ys, starts, members } = collapseSites(points, rowHeight);
  const siteOf = new Uint32Array(members.length);
  const rows = new Uint32Array(xs.length);
  for (let site = 0; site < xs.length; site++) {
    rows[site] = rowOf(ys[site]!, { lowest, rowHeight });
    // a call of fill for each of millions of sites takes longer than this
    for (let i = starts[site]!; i < starts[site + 1]!; i++) siteOf[i] = site;
  }
  if (points.weights) orderByWeight(members, points.weights, starts);
  return {
    xs,
    ys,
    rows,
    rowCount: rows.length === 0 ? 0 : rows[rows.length - 1]! + 1,
    rowHeight,
    siteOf,
    weights: points.weights && Float64Array.from(members, (member) => points.weights![member]!),
    members,
  };
}

function orderByWeight(members: Uint32Array, weights: Float64Array, starts: Uint32Array): void {
  for (let site = 0; site + 1 < starts.length; site++) {
    if (starts[site + 1]! - starts[site]! === 1) continue;
    members
      .subarray(starts[site], starts[site + 1])
      .sort((a, b) => weights[a]! - weights[b]! || a - b);
  }
}
