import { checkAmounts } from './shares.js';

export interface Theil {
  /** From 0, all alike, to ln n. */
  total: number;
  /** null without groups. */
  between: number | null;
  within: number | null;
}

export interface TheilOptions {
  /** n numbers from 0, such as of the nation of a region. */
  groupOf?: Uint32Array | null;
  /** n, as how many units an amount counts. */
  weights?: Float64Array | null;
}

/**
 * Theil's T, with what of it lies between groups and what within; null if all amounts are 0.
 *
 * 0 ln 0 is 0. Within is added up on its own: total = between + within but for rounding.
 *
 * Source: Theil (1967), Economics and information theory.
 *
 * @throws {RangeError} if the columns differ in length, or a number is negative or not finite
 */
export function theil(
  amounts: Float64Array,
  { groupOf = null, weights = null }: TheilOptions = {},
): Theil | null {
  checkAmounts(amounts, weights);
  if (groupOf && groupOf.length !== amounts.length) {
    throw new RangeError(`${groupOf.length} groups for ${amounts.length} amounts`);
  }
  const all = sumGroups(amounts, new Uint32Array(amounts.length), weights);
  if (amounts.length === 0 || all.sums[0] === 0) return null;
  const mean = all.sums[0]! / all.units[0]!;
  const total = inequality(amounts, () => mean, { weights, sum: all.sums[0]! });
  if (groupOf === null) return { total, between: null, within: null };
  const { sums, units } = sumGroups(amounts, groupOf, weights);
  const means = sums.map((sum, group) => (units[group]! > 0 ? sum / units[group]! : 0));
  const between = inequality(means, () => mean, { weights: units, sum: all.sums[0]! });
  const within = inequality(amounts, (i) => means[groupOf[i]!]!, { weights, sum: all.sums[0]! });
  return { total, between, within };
}

/**
 * Theil's L, the mean logarithm of mean by amount: from 0, all alike, without an upper bound. What
 * R's REAT calls theil.
 *
 * Null if an amount is 0, or there is none.
 *
 * Source: Theil (1967), as `theil`.
 *
 * @throws {RangeError} if the columns differ in length, or a number is negative or not finite
 */
export function meanLogDeviation(
  amounts: Float64Array,
  weights: Float64Array | null = null,
): number | null {
  checkAmounts(amounts, weights);
  const { sums, units } = sumGroups(amounts, new Uint32Array(amounts.length), weights);
  if (amounts.length === 0 || units[0] === 0) return null;
  const mean = sums[0]! / units[0]!;
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (weight > 0) sum += (weight / units[0]!) * Math.log(mean / amounts[i]!);
  }
  return Number.isFinite(sum) ? sum : null;
}

/** The sum over units of their part of the sum times the logarithm of amount by mean. */
function inequality(
  amounts: Float64Array,
  meanFor: (i: number) => number,
  { weights, sum }: { weights: Float64Array | null; sum: number },
): number {
  let inequality = 0;
  for (let i = 0; i < amounts.length; i++) {
    const weight = weights ? weights[i]! : 1;
    if (weight * amounts[i]! === 0) continue;
    inequality += ((weight * amounts[i]!) / sum) * (Math.log(amounts[i]!) - Math.log(meanFor(i)));
  }
  return inequality;
}

function sumGroups(amounts: Float64Array, groupOf: Uint32Array, weights: Float64Array | null) {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const sums = new Float64Array(groups);
  const units = new Float64Array(groups);
  for (let i = 0; i < amounts.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sums[groupOf[i]!]! += weight * amounts[i]!;
    units[groupOf[i]!]! += weight;
  }
  return { sums, units };
}
