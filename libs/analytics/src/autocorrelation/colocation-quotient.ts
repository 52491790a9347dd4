import { exactSum } from '../summation/exact-sum.js';
import { checkNoSelf, rowStandardise, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums, type WeightSums } from '../weights/weight-sums.js';
import { momentsOf, NO_MOMENTS, type GlobalStatistic } from './global-statistic.js';
import { localJoinCounts } from './join-counts.js';
import { arcCounts, checkTypes, countTypes } from './typed-arcs.js';

/** Of places of the type `from` to neighbours of the type `to`. */
export interface Colocation extends GlobalStatistic {
  from: number;
  to: number;
}

/**
 * The co-location quotient: how many times as often the neighbours of places of one type are of
 * another as if types had no pattern. From A to B is not from B to A.
 *
 * CLQ = (N_A->B / N_A) / (N_B' / (N - 1)), where N_A->B is the sum of the shares of B among each A's
 * neighbours, and N_B' leaves out the place itself if A is B. Mean and variance are for the types
 * assigned to the places at random. Islands do not count among N_A, though among N. Null where a type
 * has no neighbours or is absent. The same in whatever order the places are.
 *
 * Source: Leslie and Kronenfeld (2011), The colocation quotient, Geographical Analysis 43, 306-326,
 * whose neighbours are the nearest one, shared by those that are as near.
 *
 * @param types n, from 0
 * @param weights are divided by their row's sum
 * @returns each ordered pair of types
 * @throws {RangeError} if the lengths differ, a type is not below `typeCount`, or a place is its own
 * neighbour
 */
export function colocationQuotients(
  types: Uint32Array,
  typeCount: number,
  weights: SpatialWeights,
): Colocation[] {
  checkTypes(types, typeCount, weights);
  checkNoSelf(weights);
  const shares = rowStandardise(weights);
  const arcs = arcCounts(types, typeCount, shares);
  const counts = countTypes(types, typeCount);
  const withNeighbours = countTypes(
    types.filter((_, i) => shares.starts[i] !== shares.starts[i + 1]),
    typeCount,
  );
  const sums = weightSums(shares);
  const found: Colocation[] = [];
  for (let from = 0; from < typeCount; from++) {
    for (let to = 0; to < typeCount; to++) {
      const others = counts[to]! - (from === to ? 1 : 0);
      const base = (withNeighbours[from]! * others) / (sums.n - 1);
      if (!(base > 0)) {
        const nothing = { statistic: null, expected: null, randomisation: NO_MOMENTS };
        found.push({ from, to, ...nothing });
        continue;
      }
      const moments = arcMoments(sums, counts[from]!, from === to ? null : counts[to]!);
      const statistic = arcs[from * typeCount + to]! / base;
      const expected = moments.expected / base;
      const randomisation = momentsOf({ statistic, expected }, moments.variance / (base * base));
      found.push({ from, to, statistic, expected, randomisation });
    }
  }
  return found;
}

/**
 * Of the weight of arcs from a places of one type to b of another, or to others of the same type.
 *
 * From the sums of w_ij w_kl over all links that share no, one or both places.
 */
function arcMoments(
  { n, s0, rows, columns, squares, mutual }: WeightSums,
  a: number,
  b: number | null,
): { expected: number; variance: number } {
  const sameRow = exactSum(rows.map((row) => row * row)) - squares;
  const sameColumn = exactSum(columns.map((column) => column * column)) - squares;
  const chains = 2 * (exactSum(rows.map((row, i) => row * columns[i]!)) - mutual);
  const apart = s0 * s0 - squares - mutual - sameRow - sameColumn - chains;
  const pair = n * (n - 1);
  const three = pair * (n - 2);
  const four = three * (n - 3);
  const by = (ways: number, all: number) => (all > 0 ? ways / all : 0);
  if (b === null) {
    const two = a * (a - 1);
    const expected = s0 * by(two, pair);
    const second =
      (squares + mutual) * by(two, pair) +
      (sameRow + sameColumn + chains) * by(two * (a - 2), three) +
      apart * by(two * (a - 2) * (a - 3), four);
    return { expected, variance: second - expected * expected };
  }
  const expected = s0 * by(a * b, pair);
  const second =
    squares * by(a * b, pair) +
    sameRow * by(a * b * (b - 1), three) +
    sameColumn * by(a * (a - 1) * b, three) +
    apart * by(a * (a - 1) * b * (b - 1), four);
  return { expected, variance: second - expected * expected };
}

export interface LocalColocation {
  /** n quotients; NaN for islands and places that are not of `from`. */
  quotients: Float64Array;
  /** n probabilities of at least as many; NaN also where a row's weights differ. */
  pValues: Float64Array;
}

/**
 * The co-location quotient of each place of a type: the share of `to` among its neighbours by the
 * share among all other places. Exact p-values as of `localJoinCounts`.
 *
 * Source: Cromley, Hanink and Bentley (2014), Geographically weighted colocation quotients, The
 * Professional Geographer 66, 138-148.
 *
 * @param types n, from 0
 * @throws {RangeError} as `colocationQuotients` does
 */
export function localColocation(
  types: Uint32Array,
  weights: SpatialWeights,
  pair: { from: number; to: number },
): LocalColocation {
  const { joins, pValues } = localJoinCounts(types, rowStandardise(weights), pair);
  const marked =
    types.reduce((count, type) => count + (type === pair.to ? 1 : 0), 0) -
    (pair.from === pair.to ? 1 : 0);
  const share = marked / (types.length - 1);
  return { quotients: joins.map((join) => (share > 0 ? join / share : NaN)), pValues };
}
