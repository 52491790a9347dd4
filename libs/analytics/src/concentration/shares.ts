/**
 * Amounts by their sum; null if that is 0.
 *
 * @throws {RangeError} if an amount is negative or not finite
 */
export function sharesOf(amounts: Float64Array): Float64Array | null {
  checkAmounts(amounts);
  let total = 0;
  for (let i = 0; i < amounts.length; i++) total += amounts[i]!;
  if (total === Infinity) throw new RangeError('The amounts add up to Infinity');
  if (total === 0) return null;
  const shares = new Float64Array(amounts.length);
  for (let i = 0; i < amounts.length; i++) shares[i] = amounts[i]! / total;
  return shares;
}

/** What is measured, and what it is compared with, as shares. */
export interface SharePair {
  shares: Float64Array;
  baseShares: Float64Array;
}

/**
 * @returns null if either sum is 0
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function sharePair(amounts: Float64Array, baseAmounts: Float64Array): SharePair | null {
  if (amounts.length !== baseAmounts.length) {
    throw new RangeError(`${amounts.length} amounts against ${baseAmounts.length}`);
  }
  const shares = sharesOf(amounts);
  const baseShares = sharesOf(baseAmounts);
  return shares && baseShares && { shares, baseShares };
}

/** @throws {RangeError} if an amount is negative or not finite, or there are not as many weights */
export function checkAmounts(amounts: Float64Array, weights: Float64Array | null = null): void {
  for (let i = 0; i < amounts.length; i++) {
    if (!(amounts[i]! >= 0 && amounts[i]! < Infinity)) {
      throw new RangeError(`Amount ${i} is ${amounts[i]}`);
    }
  }
  if (weights === null) return;
  if (weights.length !== amounts.length) {
    throw new RangeError(`${weights.length} weights for ${amounts.length} amounts`);
  }
  checkAmounts(weights);
}
