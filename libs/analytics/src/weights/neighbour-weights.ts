import { buildPointTree, PointSearch, type PointTree } from './point-tree.js';
import { startsOf, type SpatialWeights } from './spatial-weights.js';

/** Places on a plane, metres. */
export interface Places {
  xs: Float64Array;
  ys: Float64Array;
}

/**
 * Whether all that are as far as the k-th nearest are neighbours too, or exactly k are: of those as
 * far the first by x, then y, then number, which only for points at one place is their order.
 */
export type TiePolicy = 'all' | 'first';

/** As everywhere where distances are compared, so that equal ones are. */
export function squaredDistance({ xs, ys }: Places, a: number, b: number): number {
  const dx = xs[a]! - xs[b]!;
  const dy = ys[a]! - ys[b]!;
  return dx * dx + dy * dy;
}

/** Links above it would not fit the memory: at shared addresses everyone is everyone's neighbour. */
const MOST_LINKS = 2 ** 28;

/**
 * The k nearest others of each place are its neighbours, each with the weight 1.
 *
 * Squared distances compare as doubles. With `all` the result does not depend on the places' order.
 * About k log n for each place.
 *
 * @throws {RangeError} if k is not a whole number from 1 to n - 1, a coordinate is not finite, or
 * there are more than 2^28 links
 */
export function nearestNeighbourWeights(
  { xs, ys }: Places,
  { k, ties = 'all' }: { k: number; ties?: TiePolicy },
): SpatialWeights {
  if (!Number.isInteger(k) || k < 1 || k > xs.length - 1) {
    throw new RangeError(`k is ${k}, not a whole number from 1 to ${xs.length - 1}`);
  }
  const tree = buildPointTree(xs, ys);
  const search = new PointSearch(tree);
  return collectWeights(tree, (at) => {
    const squared = search.squaredReach(at, k);
    const found = search.findWithin(at, squared);
    if (found.length > k && ties === 'first') keepFirst(tree, { found, at, k });
    return found;
  });
}

/**
 * The others at no more than `band` metres of each place are its neighbours, each with the weight 1.
 *
 * Distances compare as `dx * dx + dy * dy <= band * band`. Cost: the number of links.
 *
 * @throws {RangeError} if band is not positive, a coordinate is not finite, or there are more than
 * 2^28 links
 */
export function distanceBandWeights({ xs, ys }: Places, band: number): SpatialWeights {
  if (!(band > 0 && band < Infinity)) {
    throw new RangeError(`band is ${band}, not a positive number`);
  }
  const tree = buildPointTree(xs, ys);
  const search = new PointSearch(tree);
  return collectWeights(tree, (at) => search.findWithin(at, band * band));
}

function keepFirst(
  { xs, ys, ids }: PointTree,
  { found, at, k }: { found: number[]; at: number; k: number },
): void {
  const squared = (i: number) => squaredDistance({ xs, ys }, i, at);
  found.sort(
    (a, b) => squared(a) - squared(b) || xs[a]! - xs[b]! || ys[a]! - ys[b]! || ids[a]! - ids[b]!,
  );
  found.length = k;
}

/** @param find the places in the tree of the neighbours of one */
function collectWeights(
  { ids }: PointTree,
  find: (at: number) => readonly number[],
): SpatialWeights {
  const n = ids.length;
  const counts = new Uint32Array(n + 1);
  const ends = new Uint32Array(n);
  let links = new Uint32Array(16 * n);
  let count = 0;
  for (let at = 0; at < n; at++) {
    const found = find(at);
    counts[ids[at]!] = found.length;
    if (count + found.length > MOST_LINKS) {
      throw new RangeError(`More than ${MOST_LINKS} links among ${n} places`);
    }
    if (count + found.length > links.length) {
      const longer = new Uint32Array(Math.max(2 * links.length, count + found.length));
      longer.set(links);
      links = longer;
    }
    for (let i = 0; i < found.length; i++) links[count++] = ids[found[i]!]!;
    ends[at] = count;
  }
  const starts = startsOf(counts);
  const neighbours = new Uint32Array(count);
  for (let at = 0; at < n; at++) {
    const row = links.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
    sortAscending(row);
    neighbours.set(row, starts[ids[at]!]);
  }
  return { starts, neighbours, values: new Float64Array(count).fill(1) };
}

/** By insertion where there are few, as there mostly are. */
function sortAscending(row: Uint32Array): void {
  if (row.length > 32) {
    row.sort();
    return;
  }
  for (let i = 1; i < row.length; i++) {
    const value = row[i]!;
    let at = i;
    for (; at > 0 && row[at - 1]! > value; at--) row[at] = row[at - 1]!;
    row[at] = value;
  }
}
