import { permutationPValue } from '../significance/p-value.js';
import { randomNumber } from '../random/random-number.js';
import { gini } from './gini.js';

/** Which regions are neighbours, each pair in both directions. */
export interface NeighbourLists {
  /** n + 1: region r has `neighbours[starts[r]]` up to, without, `neighbours[starts[r + 1]]`. */
  starts: Uint32Array;
  neighbours: Uint32Array;
}

export interface SpatialGini {
  gini: number;
  /** The sum of the absolute differences of neighbours, each pair in both directions; of all others. */
  neighbourDifferences: number;
  otherDifferences: number;
  /** The parts of the Gini coefficient that these make. */
  neighbourGini: number;
  otherGini: number;
  /** Of the differences of others, when the amounts are shuffled; null without permutations. */
  inference: PermutedDifferences | null;
}

interface PermutedDifferences {
  permutations: number;
  mean: number;
  /** null where every permutation gives the same. */
  deviation: number | null;
  z: number | null;
  /** Two-sided: min(1, 2 (min(ge, le) + 1) / (permutations + 1)). */
  p: number;
  /** That others differ more than by chance: neighbours are alike. */
  pGreater: number;
}

export interface SpatialGiniOptions {
  seed: number;
  /** Default 999; 0: no inference. */
  permutations?: number;
}

/**
 * How much of the inequality of regions is between regions that are not neighbours.
 *
 * Null if all amounts are 0. The same for the same seed. Cost: permutations x neighbours.
 *
 * Source: Rey and Smith (2013), A spatial decomposition of the Gini coefficient, Letters in Spatial
 * and Resource Sciences 6, 55-70.
 *
 * @param amounts n, of the regions
 * @param lists of n regions, no neighbour twice
 * @throws {RangeError} if the lists are not of n regions or not symmetric, or an amount is negative
 * or not finite
 */
export function spatialGini(
  amounts: Float64Array,
  lists: NeighbourLists,
  { seed, permutations = 999 }: SpatialGiniOptions,
): SpatialGini | null {
  check(amounts.length, lists);
  const inequality = gini(amounts);
  if (inequality === null) return null;
  const n = amounts.length;
  const ascending = amounts.slice().sort();
  const allDifferences = ascending.reduce((sum, value, k) => sum + 2 * (2 * k + 1 - n) * value, 0);
  const neighbourDifferences = differencesOf(amounts, lists);
  const otherDifferences = allDifferences - neighbourDifferences;
  const scale = 2 * n * amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    gini: inequality.gini,
    neighbourDifferences,
    otherDifferences,
    neighbourGini: neighbourDifferences / scale,
    otherGini: otherDifferences / scale,
    inference:
      permutations > 0
        ? permute({ amounts, lists, allDifferences, otherDifferences }, permutations, seed)
        : null,
  };
}

interface Observed {
  amounts: Float64Array;
  lists: NeighbourLists;
  allDifferences: number;
  otherDifferences: number;
}

function permute(
  { amounts, lists, allDifferences, otherDifferences }: Observed,
  permutations: number,
  seed: number,
): PermutedDifferences {
  const permuted = new Float64Array(permutations);
  let greater = 0;
  let lesser = 0;
  for (let simulation = 0; simulation < permutations; simulation++) {
    const shuffled = shuffle(amounts, seed, simulation);
    const differences = allDifferences - differencesOf(shuffled, lists);
    permuted[simulation] = differences;
    if (differences >= otherDifferences) greater++;
    if (differences <= otherDifferences) lesser++;
  }
  const mean = permuted.reduce((sum, value) => sum + value, 0) / permutations;
  const variance = permuted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / permutations;
  const deviation = variance > 0 ? Math.sqrt(variance) : null;
  const counts = { greater, lesser, permutations };
  return {
    permutations,
    mean,
    deviation,
    z: deviation === null ? null : (otherDifferences - mean) / deviation,
    p: permutationPValue(counts),
    pGreater: permutationPValue(counts, 'greater'),
  };
}

/** By Fisher and Yates. */
function shuffle(amounts: Float64Array, seed: number, simulation: number): Float64Array {
  const shuffled = amounts.slice();
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(randomNumber({ seed, simulation, draw: i }) * (i + 1));
    const kept = shuffled[i]!;
    shuffled[i] = shuffled[j]!;
    shuffled[j] = kept;
  }
  return shuffled;
}

function differencesOf(amounts: Float64Array, { starts, neighbours }: NeighbourLists): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      sum += Math.abs(amount - amounts[neighbours[k]!]!);
    }
  }
  return sum;
}

function check(n: number, { starts, neighbours }: NeighbourLists): void {
  if (starts.length !== n + 1 || starts[n] !== neighbours.length) {
    throw new RangeError(`${starts.length - 1} lists of neighbours for ${n} regions`);
  }
  const pairs = new Set<number>();
  for (let i = 0; i < n; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const pair = i * n + neighbours[k]!;
      if (neighbours[k]! >= n || neighbours[k] === i || pairs.has(pair)) {
        throw new RangeError(`Region ${i} has the neighbour ${neighbours[k]} of ${n}`);
      }
      pairs.add(pair);
    }
  }
  for (const pair of pairs) {
    if (!pairs.has((pair % n) * n + Math.floor(pair / n))) {
      throw new RangeError(`Region ${pair % n} lacks its neighbour ${Math.floor(pair / n)}`);
    }
  }
}
