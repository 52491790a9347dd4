/**
 * P-values that hold for all tests at once: of each, the probability that the most extreme of all
 * statistics would be as extreme under permutation.
 *
 * Source: Westfall and Young (1993), Resampling-based Multiple Testing (single-step maxT).
 *
 * @param statistics NaN stands for no test and stays
 * @param maxima of each permutation, the greatest absolute statistic
 * @returns two-sided
 */
export function familyWisePValues(statistics: Float64Array, maxima: Float64Array): Float64Array {
  const sorted = maxima.slice().sort();
  return statistics.map((statistic) => {
    if (Number.isNaN(statistic)) return NaN;
    const limit = Math.abs(statistic) * (1 - 1e-12); // the same sum in another order is a tie
    return (sorted.length - countBelow(sorted, limit) + 1) / (sorted.length + 1);
  });
}

/** How many of the ascending values are below the limit. */
function countBelow(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
