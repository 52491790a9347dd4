import { checkAmounts } from './shares.js';

export interface Herfindahl {
  /** From 1 / n, all alike, to 1, all in one. */
  index: number;
  /** From 0 to 1; null of one unit. */
  normalised: number | null;
  /** How many units of equal size would give the index. */
  equivalents: number;
}

/**
 * The sum of squared shares, of the amounts of regions, sectors or plants; null if all are 0.
 *
 * Source: Hirschman (1964), The paternity of an index, American Economic Review 54, 761.
 *
 * @param weights n, as how many units an amount counts; null: one
 * @throws {RangeError} if an amount or weight is negative or not finite
 */
export function herfindahl(
  amounts: Float64Array,
  weights: Float64Array | null = null,
): Herfindahl | null {
  checkAmounts(amounts, weights);
  let units = 0;
  let total = 0;
  for (let i = 0; i < amounts.length; i++) {
    const weight = weights ? weights[i]! : 1;
    units += weight;
    total += weight * amounts[i]!;
  }
  if (total === 0) return null;
  let index = 0;
  for (let i = 0; i < amounts.length; i++) {
    index += (weights ? weights[i]! : 1) * (amounts[i]! / total) ** 2;
  }
  const normalised = units > 1 ? (index - 1 / units) / (1 - 1 / units) : null;
  return { index, normalised, equivalents: 1 / index };
}
