import { ExactSum } from '../summation/exact-sum.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums, type WeightSums } from '../weights/weight-sums.js';
import { centreValues } from './centred-values.js';
import { momentsOf, NO_MOMENTS, type NormalStatistic } from './global-statistic.js';

/**
 * Geary's C: how different neighbours are; 1 without any pattern, below it where they are alike.
 *
 * z is negative where neighbours are alike, as in PySAL; R's spdep has the opposite sign. The same
 * in whatever order the places are; null as `moran` is. Linear in the links.
 *
 * Source: Cliff and Ord (1981), Spatial Processes: Models and Applications (moments under normality and
 * randomisation).
 *
 * @param values n
 * @throws {RangeError} if a value is not finite, the lengths differ, or a place is its own neighbour
 */
export function geary(values: Float64Array, weights: SpatialWeights): NormalStatistic {
  checkValues(values, weights);
  checkNoSelf(weights);
  const { centred, squares, fourths } = centreValues(values);
  const sums = weightSums(weights);
  const { n, s0 } = sums;
  if (squares === 0 || s0 === 0) {
    return { statistic: null, expected: null, normality: NO_MOMENTS, randomisation: NO_MOMENTS };
  }
  const found = {
    statistic: ((n - 1) * squaredDifferences(centred, weights)) / (2 * s0 * squares),
    expected: 1,
  };
  return {
    ...found,
    normality: momentsOf(found, normalVariance(sums)),
    randomisation: momentsOf(found, randomVariance(sums, (n * fourths) / (squares * squares))),
  };
}

function squaredDifferences(
  centred: Float64Array,
  { starts, neighbours, values }: SpatialWeights,
): number {
  const total = new ExactSum();
  for (let i = 0; i < centred.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const difference = centred[i]! - centred[neighbours[at]!]!;
      total.add(values[at]! * difference * difference);
    }
  }
  return total.value;
}

function normalVariance({ n, s0, s1, s2 }: WeightSums): number {
  return ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0);
}

/** @param b2 the kurtosis of the values */
function randomVariance({ n, s0, s1, s2 }: WeightSums, b2: number): number {
  const square = s0 * s0;
  return (
    ((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b2) -
      ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b2)) / 4 +
      square * (n * n - 3 - (n - 1) ** 2 * b2)) /
    (n * (n - 2) * (n - 3) * square)
  );
}
