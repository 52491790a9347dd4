/**
 * Quotients drawn towards their mean, the more so the less a region would be expected to have: for
 * maps of small areas.
 *
 * Null where nothing is expected. Does not depend on the order of the regions but for rounding.
 *
 * Source: Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators,
 * Applied Statistics 40, 283-294: the global estimator by moments.
 *
 * @param observed n amounts of the sector in the regions
 * @param expected n, the region's share of everything times the sector's total
 * @throws {RangeError} if they differ in length, or are negative or not finite
 */
export function empiricalBayesQuotients(
  observed: Float64Array,
  expected: Float64Array,
): (number | null)[] {
  if (observed.length !== expected.length) {
    throw new RangeError(`${observed.length} observed, ${expected.length} expected`);
  }
  let observedSum = 0;
  let expectedSum = 0;
  let regions = 0;
  for (let i = 0; i < observed.length; i++) {
    if (!(observed[i]! >= 0 && expected[i]! >= 0 && observed[i]! + expected[i]! < Infinity)) {
      throw new RangeError(`Region ${i} has ${observed[i]} of ${expected[i]} expected`);
    }
    if (expected[i] === 0) continue;
    observedSum += observed[i]!;
    expectedSum += expected[i]!;
    regions++;
  }
  const mean = observedSum / expectedSum;
  let spread = 0;
  for (let i = 0; i < observed.length; i++) {
    if (expected[i]! > 0) spread += expected[i]! * (observed[i]! / expected[i]! - mean) ** 2;
  }
  const betweenVariance = Math.max(0, spread / expectedSum - (mean * regions) / expectedSum);
  return Array.from(observed, (amount, i) => {
    if (expected[i] === 0) return null;
    if (betweenVariance === 0) return mean;
    const trust = betweenVariance / (betweenVariance + mean / expected[i]!);
    return mean + trust * (amount / expected[i]! - mean);
  });
}
