/**
 * The share of a standard normal distribution below z, to 1e-15.
 *
 * Source: Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software
 * 11(4), section 3.
 */
export function normalBelow(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3, before = NaN; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
