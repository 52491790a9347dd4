import { exactSum } from '../summation/exact-sum.js';
import {
  checkNoSelf,
  checkValues,
  withSelf,
  type SpatialWeights,
} from '../weights/spatial-weights.js';
import { centreValues } from './centred-values.js';
import { conditionalLags } from './conditional-lags.js';
import { conditionalPValues, type ConditionalOptions } from './conditional-p-values.js';
import { checkNotNegative } from './getis-ord-global.js';
import { emptyStatistics, setStatistic, type LocalStatistics } from './local-statistics.js';

/**
 * Getis and Ord's G_i, and G*_i in which a place is its own neighbour too: the share of all values
 * that lies around each place. High z: a hot spot; low: a cold one.
 *
 * The variance is that of any weights, so that z is the same for weights of 0 and 1 and for these
 * divided by their row's sum; PySAL's esda takes the formula for weights of 0 and 1 always. For
 * `star`, a place without an own weight gets the greatest of its row. The same in whatever order the
 * places are. NaN for islands, also of `star`, and where nothing varies. Linear in the links.
 *
 * Source: Ord and Getis (1995), Local spatial autocorrelation statistics: distributional issues and
 * an application, Geographical Analysis 27, 286-306.
 *
 * @param values n, none negative
 * @returns n each
 * @throws {RangeError} if a value is negative or not finite, the lengths differ, or without `star` a
 * place is its own neighbour
 */
export function getisOrd(
  values: Float64Array,
  weights: SpatialWeights,
  { star = false }: { star?: boolean } = {},
): LocalStatistics {
  checkValues(values, weights);
  checkNotNegative(values);
  if (!star) checkNoSelf(weights);
  const n = values.length;
  const found = emptyStatistics(n);
  const { mean, ...centred } = centreValues(values);
  const all = star ? withSelf(weights, 'greatest') : weights;
  const { lags, expected, variance, sums } = conditionalLags(centred, all, star);
  const total = exactSum(values);
  for (let i = 0; i < n; i++) {
    const others = star ? total : total - values[i]!;
    if (Number.isNaN(lags[i]!) || !(others > 0)) continue;
    const offset = mean * sums[i]!; // from centred values to those given
    setStatistic(found, i, {
      statistic: (lags[i]! + offset) / others,
      expected: (expected[i]! + offset) / others,
      variance: variance[i]! / (others * others),
    });
  }
  return found;
}

/**
 * P-values of G_i and G*_i, which are the same, by permutation: see `conditionalPValues`.
 *
 * @throws {RangeError} if permutations is not a whole number above 0
 */
export function getisOrdPValues(
  values: Float64Array,
  weights: SpatialWeights,
  options: ConditionalOptions,
): Float64Array {
  return conditionalPValues(values, weights, { ...options, direction: null });
}
