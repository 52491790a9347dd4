import { fillRandomNumbers } from '../random/random-numbers.js';
import { checkNoSelf, checkValues, type SpatialWeights } from '../weights/spatial-weights.js';
import { weightSums } from '../weights/weight-sums.js';
import { centreValues } from './centred-values.js';
import { conditionalLags } from './conditional-lags.js';

export interface GlobalPermutationOptions {
  seed: number;
  /** Simulations `from` up to, without, `to`, of which a worker may do a part. */
  from?: number;
  to: number;
}

/** The global statistics of values that were assigned to the places at random; one for each simulation. */
export interface SimulatedStatistics {
  moran: Float64Array;
  geary: Float64Array;
  /** NaN where values are negative. */
  getisOrd: Float64Array;
}

/**
 * Moran's I, Geary's C and Getis and Ord's G of shuffled values, all from one pass over the links.
 *
 * Simulation p shuffles the same whichever part it is in. The shuffles follow the order of the
 * places: in another order they are others, of the same distribution. Cost: links for each simulation.
 *
 * @returns `to - from` each; NaN where the statistic is null
 * @throws {RangeError} as `moran` does
 */
export function permuteGlobally(
  values: Float64Array,
  weights: SpatialWeights,
  { seed, from = 0, to }: GlobalPermutationOptions,
): SimulatedStatistics {
  checkValues(values, weights);
  checkNoSelf(weights);
  const { mean, centred, squares } = centreValues(values);
  const { n, s0, rows, columns } = weightSums(weights);
  const both = rows.map((row, i) => row + columns[i]!);
  const pairs = n * n * mean * mean - (squares + n * mean * mean);
  const isPositive = values.every((value) => value >= 0) && pairs > 0;
  const found = {
    moran: new Float64Array(to - from).fill(NaN),
    geary: new Float64Array(to - from).fill(NaN),
    getisOrd: new Float64Array(to - from).fill(NaN),
  };
  if (squares === 0 || s0 === 0) return found;
  const shuffled = new Float64Array(n);
  const numbers = new Float64Array(n);
  for (let simulation = from; simulation < to; simulation++) {
    shuffle(shuffled, centred, { numbers, seed, simulation });
    const { cross, square, linear } = sumsOf(shuffled, both, weights);
    const at = simulation - from;
    found.moran[at] = ((n / s0) * cross) / squares;
    found.geary[at] = ((n - 1) * (square - 2 * cross)) / (2 * s0 * squares);
    if (isPositive) found.getisOrd[at] = (cross + mean * linear + mean * mean * s0) / pairs;
  }
  return found;
}

/** @param into is overwritten with the values in the order of the simulation */
function shuffle(
  into: Float64Array,
  values: Float64Array,
  { numbers, seed, simulation }: { numbers: Float64Array; seed: number; simulation: number },
): void {
  fillRandomNumbers(numbers, { seed, simulation, draw: 0 });
  for (let i = 0; i < values.length; i++) {
    const other = Math.floor(numbers[i]! * (i + 1));
    into[i] = into[other]!;
    into[other] = values[i]!;
  }
}

/** Sums of w_ij z_i z_j, of (w_i. + w_.i) z_i^2, and of (w_i. + w_.i) z_i. */
function sumsOf(
  z: Float64Array,
  both: Float64Array,
  { starts, neighbours, values }: SpatialWeights,
): { cross: number; square: number; linear: number } {
  let cross = 0;
  let square = 0;
  let linear = 0;
  for (let i = 0; i < z.length; i++) {
    let lag = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) lag += values[at]! * z[neighbours[at]!]!;
    cross += z[i]! * lag;
    linear += both[i]! * z[i]!;
    square += both[i]! * z[i]! * z[i]!;
  }
  return { cross, square, linear };
}

/**
 * The greatest |z| of all places, of G_i as of local Moran's I, in each simulation in which the
 * values are assigned to the places at random: what `familyWisePValues` compares with.
 *
 * As for `permuteGlobally`, the shuffles follow the order of the places.
 *
 * @returns `to - from`; 0 where no place has a z
 * @throws {RangeError} as `moran` does
 */
export function permuteMaxima(
  values: Float64Array,
  weights: SpatialWeights,
  { seed, from = 0, to }: GlobalPermutationOptions,
): Float64Array {
  checkValues(values, weights);
  checkNoSelf(weights);
  const { centred, squares } = centreValues(values);
  const { sums, squares: ownSquares } = conditionalLags({ centred, squares }, weights);
  const m = values.length - 1;
  // of the variance of a lag, what does not depend on the values; 0 where it cannot vary
  const freedom = sums.map((sum, i) => {
    const difference = m * ownSquares[i]! - sum * sum;
    return difference > 1e-12 * m * ownSquares[i]! ? difference / (m - 1) : 0;
  });
  const maxima = new Float64Array(to - from);
  const shuffled = new Float64Array(values.length);
  const numbers = new Float64Array(values.length);
  for (let simulation = from; simulation < to; simulation++) {
    shuffle(shuffled, centred, { numbers, seed, simulation });
    maxima[simulation - from] = greatestZ(shuffled, weights, { sums, freedom, squares });
  }
  return maxima;
}

function greatestZ(
  z: Float64Array,
  { starts, neighbours, values }: SpatialWeights,
  { sums, freedom, squares }: { sums: Float64Array; freedom: Float64Array; squares: number },
): number {
  const m = z.length - 1;
  let greatest = 0; // its square
  for (let i = 0; i < z.length; i++) {
    if (freedom[i] === 0) continue;
    let lag = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) lag += values[at]! * z[neighbours[at]!]!;
    const mean = -z[i]! / m;
    const spread = (squares - z[i]! * z[i]!) / m - mean * mean;
    if (!(spread > 1e-12 * squares)) continue;
    const distance = lag - sums[i]! * mean;
    greatest = Math.max(greatest, (distance * distance) / (spread * freedom[i]!));
  }
  return Math.sqrt(greatest);
}
