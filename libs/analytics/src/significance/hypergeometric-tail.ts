/**
 * The probability of drawing at least so many marked ones without replacement. Exact up to rounding,
 * also far in the tail; linear in the draws.
 *
 * @param population of which `marked` are marked
 */
export function hypergeometricTail(
  atLeast: number,
  { population, marked, draws }: { population: number; marked: number; draws: number },
): number {
  const least = Math.max(0, marked + draws - population);
  const most = Math.min(marked, draws);
  if (atLeast <= least) return 1;
  if (atLeast > most) return 0;
  const ratio = (k: number) =>
    ((marked - k) * (draws - k)) / ((k + 1) * (population - marked - draws + k + 1));
  // relative to the most probable number, so that nothing overflows
  const mode = Math.floor(((marked + 1) * (draws + 1)) / (population + 2));
  const start = Math.min(most, Math.max(least, mode));
  let total = 0;
  let tail = 0;
  for (let k = start, share = 1; k <= most && share > 0; share *= ratio(k), k++) {
    total += share;
    if (k >= atLeast) tail += share;
  }
  for (let k = start - 1, share = 1; k >= least && share > 0; k--) {
    share /= ratio(k);
    total += share;
    if (k >= atLeast) tail += share;
  }
  return Math.min(1, tail / total);
}
