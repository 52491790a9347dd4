import { ExactSum } from '../summation/exact-sum.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums, type WeightSums } from '../weights/weight-sums.js';
import { centreValues } from './centred-values.js';
import { momentsOf, NO_MOMENTS, type NormalStatistic } from './global-statistic.js';

/**
 * Moran's I: how alike neighbours are, the covariance of neighbours by the variance of all.
 *
 * The same in whatever order the places are. Null where all values are equal or no place has a
 * neighbour; its randomisation variance also for fewer than four places. Linear in the links.
 *
 * Source: Cliff and Ord (1981), Spatial Processes: Models and Applications (moments under normality and
 * randomisation).
 *
 * @param values n
 * @throws {RangeError} if a value is not finite, the lengths differ, or a place is its own neighbour
 */
export function moran(values: Float64Array, weights: SpatialWeights): NormalStatistic {
  checkValues(values, weights);
  checkNoSelf(weights);
  const { centred, squares, fourths } = centreValues(values);
  const sums = weightSums(weights);
  const { n, s0 } = sums;
  if (squares === 0 || s0 === 0) {
    return { statistic: null, expected: null, normality: NO_MOMENTS, randomisation: NO_MOMENTS };
  }
  const found = {
    statistic: ((n / s0) * crossProduct(centred, centred, weights)) / squares,
    expected: -1 / (n - 1),
  };
  return {
    ...found,
    normality: momentsOf(found, normalVariance(sums)),
    randomisation: momentsOf(found, randomVariance(sums, (n * fourths) / (squares * squares))),
  };
}

/** The sum of w_ij a_i b_j, rounded once for each i and once at the end. */
export function crossProduct(
  a: Float64Array,
  b: Float64Array,
  { starts, neighbours, values }: SpatialWeights,
): number {
  const total = new ExactSum();
  const lag = new ExactSum();
  for (let i = 0; i < a.length; i++) {
    lag.clear();
    for (let at = starts[i]!; at < starts[i + 1]!; at++) lag.add(values[at]! * b[neighbours[at]!]!);
    total.add(a[i]! * lag.value);
  }
  return total.value;
}

function normalVariance({ n, s0, s1, s2 }: WeightSums): number {
  return (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - 1 / (n - 1) ** 2;
}

/** @param b2 the kurtosis of the values */
function randomVariance({ n, s0, s1, s2 }: WeightSums, b2: number): number {
  const square = s0 * s0;
  const second =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square) -
      b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)) /
    ((n - 1) * (n - 2) * (n - 3) * square);
  return second - 1 / (n - 1) ** 2;
}
