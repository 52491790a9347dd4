import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { centreValues } from './centred-values.js';
import { conditionalLags } from './conditional-lags.js';
import { conditionalPValues, type ConditionalOptions } from './conditional-p-values.js';
import { emptyStatistics, setStatistic, type LocalStatistics } from './local-statistics.js';

/** What a number in `LocalMoran.quadrants` stands for: the place, then its neighbours; '' is none. */
export const QUADRANTS = ['', 'HH', 'LH', 'LL', 'HL'] as const;

export interface LocalMoran extends LocalStatistics {
  /** n places in QUADRANTS; not above the mean is low. */
  quadrants: Uint8Array;
}

/**
 * Of what the mean and the variance are: `conditional`, the place keeps its value and its neighbours'
 * are drawn from the others; `total`, all values are.
 */
export type LocalMoments = 'conditional' | 'total';

/**
 * Local Moran's I: how much each place is like its neighbours.
 *
 * I_i = (n - 1) z_i sum_j w_ij z_j / sum z^2 as in PySAL's esda, and its moments on the same scale;
 * R's spdep has n for n - 1, the same z. Weights are taken as they are: divide rows by their sums
 * for the usual scale. The same in whatever order the places are. NaN for islands, and where nothing
 * varies. Linear in the links.
 *
 * Source: Anselin (1995), Local indicators of spatial association, Geographical Analysis 27, 93-115
 * (total); Sokal, Oden and Thomson (1998), Geographical Analysis 30, 331-354 (conditional).
 *
 * @param values n
 * @returns n each
 * @throws {RangeError} if a value is not finite, the lengths differ, or a place is its own neighbour
 */
export function localMoran(
  values: Float64Array,
  weights: SpatialWeights,
  { moments = 'conditional' }: { moments?: LocalMoments } = {},
): LocalMoran {
  checkValues(values, weights);
  checkNoSelf(weights);
  const n = values.length;
  const found = { ...emptyStatistics(n), quadrants: new Uint8Array(n) };
  const { centred, squares, fourths } = centreValues(values);
  if (squares === 0) return found;
  const lags = conditionalLags({ centred, squares }, weights);
  const b2 = (n * fourths) / (squares * squares);
  for (let i = 0; i < n; i++) {
    const z = centred[i]!;
    const lag = lags.lags[i]!;
    if (Number.isNaN(lag)) continue;
    const scale = ((n - 1) * z) / squares;
    const total = totalMoments({ n, b2 }, { sum: lags.sums[i]!, squares: lags.squares[i]! });
    setStatistic(found, i, {
      statistic: scale * lag,
      ...(moments === 'total'
        ? total
        : { expected: scale * lags.expected[i]!, variance: scale * scale * lags.variance[i]! }),
    });
    found.quadrants[i] = quadrantOf(z, lag);
  }
  return found;
}

export function quadrantOf(z: number, lag: number): number {
  if (lag > 0) return QUADRANTS.indexOf(z > 0 ? 'HH' : 'LH');
  return QUADRANTS.indexOf(z > 0 ? 'HL' : 'LL');
}

/** On the scale of n - 1, hence the share by which they differ from Anselin's. */
function totalMoments(
  { n, b2 }: { n: number; b2: number },
  { sum, squares }: { sum: number; squares: number },
): { expected: number; variance: number } {
  const share = (n - 1) / n;
  const cross = sum * sum - squares; // of w_ij w_ik over j other than k
  const variance =
    (squares * (n - b2)) / (n - 1) +
    (cross * (2 * b2 - n)) / ((n - 1) * (n - 2)) -
    (sum / (n - 1)) ** 2;
  return { expected: (-share * sum) / (n - 1), variance: n > 2 ? share * share * variance : 0 };
}

/**
 * P-values of local Moran's I by permutation: see `conditionalPValues`.
 *
 * @param options `second`: of `localBivariateMoran`, whose neighbours' second values are drawn
 * @throws {RangeError} if permutations is not a whole number above 0
 */
export function localMoranPValues(
  values: Float64Array,
  weights: SpatialWeights,
  { second = values, ...options }: ConditionalOptions & { second?: Float64Array },
): Float64Array {
  const direction = centreValues(values).centred;
  return conditionalPValues(second, weights, { ...options, direction });
}
