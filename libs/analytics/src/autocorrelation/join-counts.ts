import { hypergeometricTail } from '../statistics/count-tails.js';
import { checkNoSelf, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums, type WeightSums } from '../weights/weight-sums.js';
import { momentsOf, type GlobalStatistic } from './global-statistic.js';
import { arcCounts, checkTypes, countTypes } from './typed-arcs.js';

/** Of two types, or of one with itself. */
export interface JoinCount extends GlobalStatistic {
  first: number;
  second: number;
}

/**
 * How often neighbours are of the same type, and of each two: joins, weighted, each pair of neighbours
 * once (half an arc each way).
 *
 * Mean and variance are for the types assigned to the places at random, as many of each as there are.
 * The same in whatever order the places are. Cost: links, and pairs of types.
 *
 * Source: Cliff and Ord (1981), Spatial Processes: Models and Applications (nonfree
 * sampling).
 *
 * @param types n, from 0
 * @returns each pair of types, first not above second
 * @throws {RangeError} if the lengths differ, a type is not below `typeCount`, or a place is its own
 * neighbour
 */
export function joinCounts(
  types: Uint32Array,
  typeCount: number,
  weights: SpatialWeights,
): JoinCount[] {
  checkTypes(types, typeCount, weights);
  checkNoSelf(weights);
  const arcs = arcCounts(types, typeCount, weights);
  const counts = countTypes(types, typeCount);
  const sums = weightSums(weights);
  const found: JoinCount[] = [];
  for (let first = 0; first < typeCount; first++) {
    for (let second = first; second < typeCount; second++) {
      const both = arcs[first * typeCount + second]! + arcs[second * typeCount + first]!;
      const statistic = first === second ? both / 4 : both / 2;
      const [a, b] = [counts[first]!, counts[second]!];
      const moments = first === second ? sameMoments(sums, a) : otherMoments(sums, a, b);
      const { expected, variance } = moments;
      const randomisation = momentsOf({ statistic, expected }, variance);
      found.push({ first, second, statistic, expected, randomisation });
    }
  }
  return found;
}

/** a (a - 1) … by n (n - 1) …, `count` factors each. */
function falling(a: number, n: number, count: number): number {
  let product = 1;
  for (let i = 0; i < count; i++) product *= (a - i) / (n - i);
  return n < count ? 0 : product;
}

function sameMoments({ n, s0, s1, s2 }: WeightSums, a: number) {
  const expected = (s0 * falling(a, n, 2)) / 2;
  const second =
    s1 * falling(a, n, 2) +
    (s2 - 2 * s1) * falling(a, n, 3) +
    (s0 * s0 + s1 - s2) * falling(a, n, 4);
  return { expected, variance: second / 4 - expected * expected };
}

function otherMoments({ n, s0, s1, s2 }: WeightSums, a: number, b: number) {
  const two = n < 2 ? 0 : (a * b) / (n * (n - 1));
  const expected = s0 * two;
  const three = n < 3 ? 0 : (two * (a + b - 2)) / (n - 2);
  const four = n < 4 ? 0 : (two * (a - 1) * (b - 1)) / ((n - 2) * (n - 3));
  const second = 2 * s1 * two + (s2 - 2 * s1) * three + 4 * (s0 * s0 + s1 - s2) * four;
  return { expected, variance: second / 4 - expected * expected };
}

export interface LocalJoins {
  /** Neighbours of the type, weighted; NaN for islands, and places that are not of `from`. */
  joins: Float64Array;
  /** The probability of at least as many; NaN also where a row's weights differ. */
  pValues: Float64Array;
}

/**
 * How many neighbours of the type `to` each place of the type `from` has, and how probable so many
 * are if its neighbours are drawn from all other places: exactly, so no permutations are needed.
 *
 * The same in whatever order the places are. Linear in the links.
 *
 * Source: Anselin and Li (2019), Operational local join count statistics for cluster detection,
 * Journal of Geographical Systems 21, 189-210, whose permutations draw from this distribution.
 *
 * @param types n, from 0
 * @param from null: places of any type
 * @throws {RangeError} as `joinCounts` does
 */
export function localJoinCounts(
  types: Uint32Array,
  weights: SpatialWeights,
  { from, to }: { from: number | null; to: number },
): LocalJoins {
  checkTypes(types, Infinity, weights);
  checkNoSelf(weights);
  const n = types.length;
  const { starts, neighbours, values } = weights;
  const joins = new Float64Array(n).fill(NaN);
  const pValues = new Float64Array(n).fill(NaN);
  const all = types.reduce((count, type) => count + (type === to ? 1 : 0), 0);
  for (let i = 0; i < n; i++) {
    const start = starts[i]!;
    const draws = starts[i + 1]! - start;
    if (draws === 0 || (from !== null && types[i] !== from)) continue;
    let count = 0;
    let sum = 0;
    let isEqual = true;
    for (let at = start; at < start + draws; at++) {
      if (values[at] !== values[start]) isEqual = false;
      if (types[neighbours[at]!] !== to) continue;
      count++;
      sum += values[at]!;
    }
    joins[i] = isEqual ? count * values[start]! : sum;
    const marked = all - (types[i] === to ? 1 : 0);
    if (isEqual) pValues[i] = hypergeometricTail(count, { all: n - 1, marked, draws });
  }
  return { joins, pValues };
}
