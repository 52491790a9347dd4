import { ExactSum } from '../summation/exact-sum.js';
import type { SpatialWeights } from '../weights/spatial-weights.js';
import type { CentredValues } from './centred-values.js';
import { drawnVariance } from './local-statistics.js';

/**
 * The lag of each place, the weighted sum of its neighbours' centred values, and its mean and
 * variance if they were drawn from all other places: NaN for islands.
 */
export interface ConditionalLags {
  lags: Float64Array;
  expected: Float64Array;
  /** 0 where draws cannot differ. */
  variance: Float64Array;
  /** Sums of weights and of their squares. */
  sums: Float64Array;
  squares: Float64Array;
}

/**
 * The same in whatever order the places are. Linear in the links.
 *
 * Source: Sokal, Oden and Thomson (1998), Geographical Analysis 30, 331-354 (conditional
 * randomisation).
 *
 * @param isOwnIncluded whether neighbours are drawn from all places, the place itself included, and
 * rows hold the place's own weight
 */
export function conditionalLags(
  { centred, squares: total }: Pick<CentredValues, 'centred' | 'squares'>,
  { starts, neighbours, values }: SpatialWeights,
  isOwnIncluded = false,
): ConditionalLags {
  const n = centred.length;
  const column = () => new Float64Array(n).fill(NaN);
  const found = {
    ...{ lags: column(), expected: column(), variance: column() },
    ...{ sums: new Float64Array(n), squares: new Float64Array(n) },
  };
  const size = isOwnIncluded ? n : n - 1;
  const [lag, sum, squares] = [new ExactSum(), new ExactSum(), new ExactSum()];
  for (let i = 0; i < n; i++) {
    if (starts[i] === starts[i + 1]) continue;
    for (const each of [lag, sum, squares]) each.clear();
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const weight = values[at]!;
      lag.add(weight * centred[neighbours[at]!]!);
      sum.add(weight);
      squares.add(weight * weight);
    }
    found.lags[i] = lag.value;
    found.sums[i] = sum.value;
    found.squares[i] = squares.value;
    const own = isOwnIncluded ? 0 : centred[i]!;
    const mean = -own / size;
    const largest = (total - own * own) / size;
    found.expected[i] = sum.value * mean;
    found.variance[i] = drawnVariance(
      { size, spread: largest - mean * mean, largest: total / size },
      { sum: sum.value, squares: squares.value },
    );
  }
  return found;
}
