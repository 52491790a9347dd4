import { exactSum } from '../summation/exact-sum.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums } from '../weights/weight-sums.js';
import { centreValues } from './centred-values.js';
import { conditionalLags } from './conditional-lags.js';
import { momentsOf, NO_MOMENTS, type GlobalStatistic } from './global-statistic.js';
import { quadrantOf, type LocalMoran } from './local-moran.js';
import { emptyStatistics, setStatistic } from './local-statistics.js';
import { crossProduct } from './moran.js';

/**
 * Moran's I of two variables: whether places with much of the first have neighbours with much of the
 * second. What both have in common at one place does not count, but shows through its neighbours.
 *
 * Its moments are exact for the second variable assigned to the places at random. The same in
 * whatever order the places are; null where a variable does not vary or no place has a neighbour.
 *
 * Source: Wartenberg (1985), Multivariate spatial correlation, Geographical Analysis 17, 263-283;
 * the moments are those of any linear permutation statistic.
 *
 * @param first n
 * @param second n
 * @throws {RangeError} if a value is not finite, the lengths differ, or a place is its own neighbour
 */
export function bivariateMoran(
  first: Float64Array,
  second: Float64Array,
  weights: SpatialWeights,
): GlobalStatistic {
  for (const values of [first, second]) checkValues(values, weights);
  checkNoSelf(weights);
  const [a, b] = [centreValues(first), centreValues(second)];
  const { n, s0 } = weightSums(weights);
  if (a.squares === 0 || b.squares === 0 || s0 === 0) {
    return { statistic: null, expected: null, randomisation: NO_MOMENTS };
  }
  const scale = n / s0 / Math.sqrt(a.squares * b.squares);
  const loads = loadsOf(a.centred, weights);
  const mean = exactSum(loads) / n;
  const spread = exactSum(loads.map((load) => (load - mean) * (load - mean)));
  const found = { statistic: scale * crossProduct(a.centred, b.centred, weights), expected: 0 };
  const variance = (scale * scale * spread * b.squares) / (n - 1);
  return { ...found, randomisation: momentsOf(found, variance) };
}

/** By which each place's second value counts: the sum of w_ij z_i over i. */
function loadsOf(
  centred: Float64Array,
  { starts, neighbours, values }: SpatialWeights,
): Float64Array {
  const loads = new Float64Array(centred.length);
  for (let i = 0; i < centred.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      loads[neighbours[at]!]! += values[at]! * centred[i]!;
    }
  }
  return loads;
}

/**
 * Local Moran's I of two variables: how much of the second is around a place, by how much of the
 * first is in it. The quadrants are those of the first, then of its neighbours' second.
 *
 * Mean and variance are exact for the neighbours' second values drawn from all other places. The
 * scale: (n - 1) z_i sum_j w_ij y_j / sqrt(sum z^2 sum y^2). Otherwise as `localMoran`.
 *
 * Source: Anselin, Syabri and Smirnov (2002), Visualizing multivariate spatial correlation with
 * dynamically linked windows.
 *
 * @throws {RangeError} as `bivariateMoran` does
 */
export function localBivariateMoran(
  first: Float64Array,
  second: Float64Array,
  weights: SpatialWeights,
): LocalMoran {
  for (const values of [first, second]) checkValues(values, weights);
  checkNoSelf(weights);
  const n = first.length;
  const found = { ...emptyStatistics(n), quadrants: new Uint8Array(n) };
  const [a, b] = [centreValues(first), centreValues(second)];
  if (a.squares === 0 || b.squares === 0) return found;
  const { lags, expected, variance } = conditionalLags(b, weights);
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(lags[i]!)) continue;
    const scale = ((n - 1) * a.centred[i]!) / Math.sqrt(a.squares * b.squares);
    setStatistic(found, i, {
      statistic: scale * lags[i]!,
      expected: scale * expected[i]!,
      variance: scale * scale * variance[i]!,
    });
    found.quadrants[i] = quadrantOf(a.centred[i]!, lags[i]!);
  }
  return found;
}
