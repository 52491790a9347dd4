import { sharePair } from './shares.js';

/**
 * The share that would have to move for both distributions to be alike: 0 to 1; null if either sum
 * is 0.
 *
 * Source: Hoover (1936), The measurement of industrial localization, Review of Economics and
 * Statistics 18, 162-171; of a region's sectors it is the coefficient of specialisation.
 *
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function hoover(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const distance = krugman(amounts, baseAmounts);
  return distance === null ? null : distance / 2;
}

/**
 * The sum of the differences between shares: 0, alike, to 2, nothing in common; null if either sum
 * is 0.
 *
 * Source: Krugman (1991), Geography and trade.
 *
 * @throws {RangeError} as `hoover`
 */
export function krugman(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null) return null;
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) sum += Math.abs(pair.shares[i]! - pair.baseShares[i]!);
  return sum;
}

/**
 * The location quotients of a region's sectors, each weighing its share of the region; 1 where the
 * region is as the base. Null if either sum is 0, or the base lacks a sector of the region.
 *
 * @throws {RangeError} as `hoover`
 */
export function averageQuotient(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null) return null;
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    if (pair.shares[i]! > 0) sum += pair.shares[i]! ** 2 / pair.baseShares[i]!;
  }
  return Number.isFinite(sum) ? sum : null;
}

/**
 * How diverse a region is beside the base: 1 where it is as the base, towards 0 as it specialises.
 *
 * Source: Hachman (1995), Bureau of Economic and Business Research, University of Utah: 1 by the
 * average location quotient.
 *
 * @throws {RangeError} as `hoover`
 */
export function hachman(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const average = averageQuotient(amounts, baseAmounts);
  return average === null ? null : 1 / average;
}
