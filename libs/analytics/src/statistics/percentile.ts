/**
 * The value below which a share of the values lies, interpolated linearly between neighbours.
 *
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American
 * Statistician 50, 361-365, definition 7: the default of R, numpy and d3.
 *
 * @param ascending n values, sorted
 * @param share from 0, the smallest value, to 1, the largest
 * @returns null of no values
 * @throws {RangeError} if the share is outside 0 to 1
 */
export function percentile(ascending: ArrayLike<number>, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share of ${share} is not in 0 to 1`);
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const value = ascending[below]!;
  if (below === place) return value;
  return value + (ascending[below + 1]! - value) * (place - below);
}
