import { exactSum } from '../summation/exact-sum.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums, type WeightSums } from '../weights/weight-sums.js';
import { momentsOf, NO_MOMENTS, type GlobalStatistic } from './global-statistic.js';
import { crossProduct } from './moran.js';

/**
 * Getis and Ord's general G: the share of all products of two values that neighbours have.
 *
 * Above its mean where high values are beside high ones, below where low beside low. The same in
 * whatever order the places are; null where all values are 0, all are equal, or no place has a
 * neighbour; its variance also for fewer than four places. Linear in the links.
 *
 * Source: Getis and Ord (1992), The analysis of spatial association by use of distance statistics,
 * Geographical Analysis 24, 189-206.
 *
 * @param values n, none negative
 * @throws {RangeError} if a value is negative or not finite, the lengths differ, or a place is its
 * own neighbour
 */
export function getisOrdGlobal(values: Float64Array, weights: SpatialWeights): GlobalStatistic {
  checkValues(values, weights);
  checkNoSelf(weights);
  checkNotNegative(values);
  const sums = weightSums(weights);
  const { n, s0 } = sums;
  const powers = [1, 2, 3, 4].map((power) => exactSum(values.map((value) => value ** power)));
  const pairs = powers[0]! * powers[0]! - powers[1]!;
  if (s0 === 0 || !(pairs > 0) || values.every((value) => value === values[0])) {
    return { statistic: null, expected: null, randomisation: NO_MOMENTS };
  }
  const found = {
    statistic: crossProduct(values, values, weights) / pairs,
    expected: s0 / (n * (n - 1)),
  };
  const second = secondMoment(sums, powers as [number, number, number, number]) / (pairs * pairs);
  return { ...found, randomisation: momentsOf(found, second - found.expected ** 2) };
}

export function checkNotNegative(values: Float64Array): void {
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) {
    throw new RangeError(`Place ${negative} has the negative value ${values[negative]}`);
  }
}

/** Of the sum over neighbours; m1 to m4 are sums of the powers of the values. */
function secondMoment(
  { n, s0, s1, s2 }: WeightSums,
  [m1, m2, m3, m4]: readonly [number, number, number, number],
): number {
  const square = s0 * s0;
  const b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * square;
  const b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * square);
  const b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * square);
  const b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * square;
  const b4 = s1 - s2 + square;
  return (
    (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 ** 4) /
    (n * (n - 1) * (n - 2) * (n - 3))
  );
}
