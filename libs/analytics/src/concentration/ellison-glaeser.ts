import type { PlantMoments } from './plant-moments.js';
import { sharePair } from './shares.js';

export interface EllisonGlaeser {
  /** The sum of squared differences of the shares of sector and base. */
  rawConcentration: number;
  /** What the plants' sizes alone would give on average. */
  expectedConcentration: number;
  /** 0 for plants thrown at random; above 0 they agglomerate, below they avoid each other. */
  gamma: number | null;
  variance: number;
  z: number | null;
}

/**
 * Whether a sector is more concentrated than plants of its sizes thrown at random.
 *
 * Null if either sum is 0 or there are no plants; gamma is null of one plant, or where one region
 * has all of the base.
 *
 * Source: Ellison and Glaeser (1997), Geographic concentration in U.S. manufacturing industries: a
 * dartboard approach, Journal of Political Economy 105, 889-927.
 *
 * @param amounts n of the sector in the regions
 * @param baseAmounts n of what it is compared with
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function ellisonGlaeser(
  amounts: Float64Array,
  baseAmounts: Float64Array,
  { herfindahl, fourth }: Pick<PlantMoments, 'herfindahl' | 'fourth'>,
): EllisonGlaeser | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null || herfindahl === null || fourth === null) return null;
  const { rawConcentration, squares, cubes } = sumPowers(pair.shares, pair.baseShares);
  const room = 1 - squares;
  const expectedConcentration = room * herfindahl;
  const variance = Math.max(
    0,
    2 *
      (herfindahl ** 2 * (squares - 2 * cubes + squares ** 2) -
        fourth * (squares - 4 * cubes + 3 * squares ** 2)),
  );
  return {
    rawConcentration,
    expectedConcentration,
    gamma: beyondPlants(rawConcentration / room, herfindahl),
    variance,
    z: variance > 0 ? (rawConcentration - expectedConcentration) / Math.sqrt(variance) : null,
  };
}

/**
 * The probability, beyond chance, that two plants choose the same region: like Ellison and Glaeser's
 * gamma, from the squared shares instead of the squared differences.
 *
 * Source: Maurel and Sédillot (1999), A measure of the geographic concentration in French
 * manufacturing industries, Regional Science and Urban Economics 29, 575-604.
 *
 * @returns null as `ellisonGlaeser`
 * @throws {RangeError} as `ellisonGlaeser`
 */
export function maurelSedillot(
  amounts: Float64Array,
  baseAmounts: Float64Array,
  { herfindahl }: Pick<PlantMoments, 'herfindahl'>,
): number | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null || herfindahl === null) return null;
  const { ownSquares, squares } = sumPowers(pair.shares, pair.baseShares);
  return beyondPlants((ownSquares - squares) / (1 - squares), herfindahl);
}

function beyondPlants(concentration: number, herfindahl: number): number | null {
  const gamma = (concentration - herfindahl) / (1 - herfindahl);
  return Number.isFinite(gamma) && herfindahl < 1 ? gamma : null;
}

function sumPowers(shares: Float64Array, baseShares: Float64Array) {
  const sums = { rawConcentration: 0, ownSquares: 0, squares: 0, cubes: 0 };
  for (let i = 0; i < shares.length; i++) {
    const base = baseShares[i]!;
    sums.rawConcentration += (shares[i]! - base) ** 2;
    sums.ownSquares += shares[i]! ** 2;
    sums.squares += base ** 2;
    sums.cubes += base ** 3;
  }
  return sums;
}
