import { normalPValue, permutationPValue, type Alternative } from '../significance/p-value.js';
import { sequentialPValue, sequentialTailPValue } from '../significance/sequential-p-value.js';
import { withSelf, type SpatialWeights } from '../weights/spatial-weights.js';
import { centreValues } from './centred-values.js';
import { conditionalLags, type ConditionalLags } from './conditional-lags.js';
import { countOf, permuteLagsSequentially } from './permute-lags-sequentially.js';
import { permuteLags, type PermutationOptions } from './permute-lags.js';
import type { SumLimits } from './sweep-lags.js';

export interface ConditionalOptions extends PermutationOptions {
  /** Default `two-sided`. `folded` is about the exact mean rather than that of the simulations. */
  alternative?: Alternative;
  /** Draw for a place only until each tail has been met so often; null: all permutations. */
  stopAt?: number | null;
  /** Places with |z| below it draw nothing and get the p-value of a normal z; default 0. */
  screen?: number;
}

/** Sums that differ by less, as a share of the greatest there could be, are equal. */
const ROUNDING = 1e-11;

/**
 * The p-value of a local statistic that grows, or for places with a negative `direction` falls, with
 * the lag: its value at the place stays, its neighbours' are drawn from all other places. So it is
 * for G_i and G*_i (no direction) and local Moran's I (the centred values).
 *
 * The same in whatever order the places are, and however they are cut into parts. NaN where the
 * statistic cannot vary: for islands, without a spread of the others' values, in the direction 0.
 * Cost: see `permuteLags`; with `stopAt`, the draws that were needed times the neighbours.
 *
 * Source: as `permuteLags`, `permutationPValue` and `sequentialPValue`.
 *
 * @param values n
 * @param direction n, or null
 * @returns n; NaN outside the part
 * @throws {RangeError} if permutations is not a whole number above 0
 */
export function conditionalPValues(
  values: Float64Array,
  weights: SpatialWeights,
  { direction, ...options }: ConditionalOptions & { direction: Float64Array | null },
): Float64Array {
  const { permutations, alternative = 'two-sided', stopAt = null, screen = 0 } = options;
  if (!(Number.isInteger(permutations) && permutations > 0)) {
    throw new RangeError(`${permutations} permutations, not a whole number above 0`);
  }
  const { centred, squares } = centreValues(values);
  const others = withSelf(weights, null);
  const lags = conditionalLags({ centred, squares }, others);
  const isDrawn = (i: number) =>
    i >= (options.from ?? 0) &&
    i < (options.to ?? values.length) &&
    lags.variance[i]! > 0 &&
    direction?.[i] !== 0;
  const zs = lags.lags.map((lag, i) => (lag - lags.expected[i]!) / Math.sqrt(lags.variance[i]!));
  const limits = limitsOf(lags, { centred, isFolded: alternative === 'folded' });
  limits.high.forEach((_, i) => {
    if (!isDrawn(i) || Math.abs(zs[i]!) < screen) limits.high[i] = NaN;
  });
  const drawn = drawPValues(centred, others, { ...options, limits, alternative, stopAt });
  return centred.map((_, i) => {
    if (!isDrawn(i)) return NaN;
    const isReversed = direction !== null && direction[i]! < 0;
    if (!Number.isNaN(limits.high[i]!)) return drawn(i, isReversed);
    return normalPValue(isReversed ? -zs[i]! : zs[i]!, alternative);
  });
}

function limitsOf(
  { lags, expected, sums }: ConditionalLags,
  { centred, isFolded }: { centred: Float64Array; isFolded: boolean },
): SumLimits {
  const largest = centred.reduce((most, z) => Math.max(most, Math.abs(z)), 0);
  const limit = (side: 1 | -1) =>
    lags.map((lag, i) => {
      const extreme = isFolded ? expected[i]! + side * Math.abs(lag - expected[i]!) : lag;
      return extreme - side * ROUNDING * largest * sums[i]!;
    });
  return { high: limit(1), low: limit(-1) };
}

/** @returns the p-value of a place, with its tails exchanged if it is reversed */
function drawPValues(
  centred: Float64Array,
  weights: SpatialWeights,
  {
    alternative,
    stopAt,
    ...options
  }: PermutationOptions & { limits: SumLimits; alternative: Alternative; stopAt: number | null },
): (place: number, isReversed: boolean) => number {
  const { permutations } = options;
  if (stopAt === null) {
    const { greater, lesser } = permuteLags(centred, weights, options);
    return (i, isReversed) => {
      const counts = isReversed
        ? { greater: lesser[i]!, lesser: greater[i]!, permutations }
        : { greater: greater[i]!, lesser: lesser[i]!, permutations };
      return permutationPValue(counts, alternative);
    };
  }
  const isFolded = alternative === 'folded';
  const limits = { stopAt, permutations };
  const counted = permuteLagsSequentially(centred, weights, { ...options, stopAt, isFolded });
  return (i, isReversed) => {
    const [above, below] = [countOf(counted.above, i), countOf(counted.below, i)];
    if (isFolded) return sequentialPValue(above, limits);
    const tails = isReversed ? { above: below, below: above } : { above, below };
    return sequentialTailPValue(tails, limits, alternative);
  };
}
