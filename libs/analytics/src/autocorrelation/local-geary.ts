import { ExactSum, exactSum } from '../summation/exact-sum.js';
import { permutationPValue, type Alternative } from '../significance/p-value.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { rowSums } from '../weights/weight-sums.js';
import { centreValues } from './centred-values.js';
import { lagRows } from './lag-rows.js';
import {
  drawnVariance,
  emptyStatistics,
  setStatistic,
  type LocalStatistics,
} from './local-statistics.js';
import { forEachTable, type PermutationOptions } from './permute-lags.js';

/**
 * Local Geary's c: how different each place is from its neighbours.
 *
 * c_i = sum_j w_ij (z_i - z_j)^2 of values standardised by the deviation with the divisor n, as in
 * PySAL's esda; R's spdep has n - 1. Mean and variance are exact for neighbours drawn from all other
 * places. The same in whatever order the places are; NaN for islands and where nothing varies. Linear
 * in the links.
 *
 * Source: Anselin (2019), A local indicator of multivariate spatial association: extending Geary's
 * c, Geographical Analysis 51, 133-150; the moments: as `localMoran`'s, of squared differences.
 *
 * @param values n
 * @returns n each
 * @throws {RangeError} if a value is not finite, the lengths differ, or a place is its own neighbour
 */
export function localGeary(values: Float64Array, weights: SpatialWeights): LocalStatistics {
  const z = standardise(values, weights);
  const found = emptyStatistics(values.length);
  if (z === null) return found;
  const { starts, neighbours, values: own } = weights;
  const m = z.length - 1;
  const powers = [1, 2, 3, 4].map((power) => exactSum(z.map((value) => value ** power)));
  const squared = rowSums({ ...weights, values: own.map((weight) => weight * weight) });
  const sums = rowSums(weights);
  const total = new ExactSum();
  for (let i = 0; i < z.length; i++) {
    if (starts[i] === starts[i + 1]) continue;
    total.clear();
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const difference = z[i]! - z[neighbours[at]!]!;
      total.add(own[at]! * difference * difference);
    }
    const { mean, square } = differenceMoments(z[i]!, { powers, m });
    const variance = drawnVariance(
      { size: m, spread: square - mean * mean, largest: square },
      { sum: sums[i]!, squares: squared[i]! },
    );
    setStatistic(found, i, { statistic: total.value, expected: sums[i]! * mean, variance });
  }
  return found;
}

/**
 * P-values of `localGeary` if a place's neighbours are drawn from all others: `lesser` is being like
 * them. The same in whatever order the places are, and however they are cut. Cost: links for each
 * permutation.
 *
 * @returns n; NaN outside the part, for islands, and where nothing varies
 */
export function localGearyPValues(
  values: Float64Array,
  weights: SpatialWeights,
  {
    alternative = 'two-sided',
    ...options
  }: PermutationOptions & { alternative?: Exclude<Alternative, 'folded'> },
): Float64Array {
  const pValues = new Float64Array(values.length).fill(NaN);
  const z = standardise(values, weights);
  if (z === null) return pValues;
  const { statistic, variance } = localGeary(values, weights);
  const rows = lagRows(z, weights);
  const { from: first = 0, to: last = values.length, permutations } = options;
  const largest = 4 * Math.max(rows.sorted[0]! ** 2, rows.sorted.at(-1)! ** 2);
  const sums = rowSums(weights);
  const greater = new Uint32Array(values.length);
  const lesser = new Uint32Array(values.length);
  forEachTable(rows, options, ({ table, pairs, width, simulations }) => {
    for (let i = first; i < last; i++) {
      if (!(variance[i]! > 0)) continue;
      const tolerance = 1e-11 * largest * sums[i]!;
      const start = rows.starts[i]!;
      const count = rows.starts[i + 1]! - start;
      const rank = rows.ranks[i]!;
      for (let p = 0; p < simulations; p++) {
        let drawn = 0;
        for (let j = 0, at = p * width; j < count; j++, at++) {
          const difference = z[i]! - pairs[2 * at + 1 - ((table[at]! - rank) >>> 31)]!;
          drawn += rows.values[start + j]! * difference * difference;
        }
        if (drawn >= statistic[i]! - tolerance) greater[i]!++;
        if (drawn <= statistic[i]! + tolerance) lesser[i]!++;
      }
    }
  });
  for (let i = first; i < last; i++) {
    if (!(variance[i]! > 0)) continue;
    const counts = { greater: greater[i]!, lesser: lesser[i]!, permutations };
    pValues[i] = permutationPValue(counts, alternative);
  }
  return pValues;
}

/** null: all values are equal. */
function standardise(values: Float64Array, weights: SpatialWeights): Float64Array | null {
  checkValues(values, weights);
  checkNoSelf(weights);
  const { centred, squares } = centreValues(values);
  if (squares === 0) return null;
  const deviation = Math.sqrt(squares / values.length);
  return centred.map((value) => value / deviation);
}

/** Of (z - y)^2 over the m other values y: the mean, and the mean of its square. */
function differenceMoments(
  z: number,
  { powers, m }: { powers: readonly number[]; m: number },
): { mean: number; square: number } {
  const [a, b, c, d] = powers.map((power, i) => (power - z ** (i + 1)) / m) as [
    number,
    number,
    number,
    number,
  ];
  return {
    mean: z * z - 2 * z * a + b,
    square: z ** 4 - 4 * z ** 3 * a + 6 * z * z * b - 4 * z * c + d,
  };
}
