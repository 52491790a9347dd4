import { checkAmounts, sharePair, sharesOf } from './shares.js';

/**
 * The mean over sectors of a region's share of each, sectors without anything left out: what
 * `pairCoagglomeration` compares with.
 *
 * @param sectors amounts of each in the n regions
 * @returns null if none has anything
 * @throws {RangeError} if an amount is negative or not finite
 */
export function meanShares(sectors: readonly Float64Array[]): Float64Array | null {
  const all = sectors.map(sharesOf).filter((shares) => shares !== null);
  const first = all[0];
  if (!first) return null;
  return first.map((_, i) => all.reduce((sum, shares) => sum + shares[i]!, 0) / all.length);
}

/**
 * Whether two sectors choose the same regions: the covariance of their shares, by its largest value.
 *
 * Null if a sum is 0, or one region has all of the mean.
 *
 * Source: Ellison, Glaeser and Kerr (2010), What causes industry agglomeration? American Economic
 * Review 100, 1195-1213.
 *
 * @param baseShares n, of `meanShares`
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function pairCoagglomeration(
  first: Float64Array,
  second: Float64Array,
  baseShares: Float64Array,
): number | null {
  const pair = sharePair(first, second);
  if (baseShares.length !== first.length) {
    throw new RangeError(`${baseShares.length} base shares for ${first.length} regions`);
  }
  if (pair === null) return null;
  let covariance = 0;
  let squares = 0;
  for (let i = 0; i < first.length; i++) {
    const base = baseShares[i]!;
    covariance += (pair.shares[i]! - base) * (pair.baseShares[i]! - base);
    squares += base ** 2;
  }
  const gamma = covariance / (1 - squares);
  return Number.isFinite(gamma) ? gamma : null;
}

/**
 * Whether the sectors of a group choose the same regions, beyond what each does by itself: 0 if they
 * ignore each other, 1 if the whole group behaves as one.
 *
 * Null of fewer than two sectors that have anything, or if one region has all of the base. The sizes
 * of the plants cancel: what the group's plants explain is the sum of what each sector's do.
 *
 * Source: Ellison and Glaeser (1997), as `ellisonGlaeser`: gamma of a group of industries.
 *
 * @param group amounts of each sector in the n regions
 * @param baseAmounts n of what the group is compared with
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function groupCoagglomeration(
  group: readonly Float64Array[],
  baseAmounts: Float64Array,
): number | null {
  const members = group.flatMap((amounts) => {
    const pair = sharePair(amounts, baseAmounts);
    return pair ? [{ ...pair, total: amounts.reduce((sum, amount) => sum + amount, 0) }] : [];
  });
  if (members.length < 2) return null;
  const groupTotal = members.reduce((sum, { total }) => sum + total, 0);
  const { baseShares } = members[0]!;
  const pooled = baseShares.map((_, i) =>
    members.reduce((sum, { shares, total }) => sum + (shares[i]! * total) / groupTotal, 0),
  );
  let own = 0;
  let weightSquares = 0;
  for (const { shares, total } of members) {
    const square = (total / groupTotal) ** 2;
    weightSquares += square;
    own += square * concentrationOf(shares, baseShares);
  }
  const room = 1 - baseShares.reduce((sum, share) => sum + share ** 2, 0);
  const gamma = (concentrationOf(pooled, baseShares) - own) / room / (1 - weightSquares);
  return Number.isFinite(gamma) ? gamma : null;
}

function concentrationOf(shares: Float64Array, baseShares: Float64Array): number {
  return shares.reduce((sum, share, i) => sum + (share - baseShares[i]!) ** 2, 0);
}

/**
 * The share of all pairs of a plant of one sector and a plant of another that are in the same
 * region; null if a sector has no plants.
 *
 * Source: Howard, Newman and Tarp (2016), Measuring industry coagglomeration and identifying the
 * driving forces, Journal of Economic Geography 16, 1055-1078.
 *
 * @param first n numbers of plants in the regions
 * @throws {RangeError} if the columns differ in length, or a number is negative or not finite
 */
export function colocatedPairs(first: Float64Array, second: Float64Array): number | null {
  checkAmounts(first);
  const pair = sharePair(first, second);
  return pair && pair.shares.reduce((sum, share, i) => sum + share * pair.baseShares[i]!, 0);
}
