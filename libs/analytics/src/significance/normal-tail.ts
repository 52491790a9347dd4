/** 1 / sqrt(2 pi) */
const DENSITY_AT_ZERO = 0.3989422804014327;
/** Up to here the series is the more accurate, beyond it the fraction. */
const SERIES_LIMIT = 2;
/** Of the continued fraction; at 2 it has then settled to the last bits. */
const FRACTION_TERMS = 200;

/**
 * The probability that a standard normal variable exceeds z, to 12 digits or more, however small.
 *
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.11 (series) and
 * 26.2.14 (continued fraction).
 *
 * @returns 0 beyond about 38.5, where it is below the smallest double
 */
export function normalTail(z: number): number {
  if (z < -SERIES_LIMIT) return 1 - normalTail(-z);
  const density = DENSITY_AT_ZERO * Math.exp((-z * z) / 2);
  if (z > SERIES_LIMIT) {
    let fraction = z;
    for (let term = FRACTION_TERMS; term > 0; term--) fraction = z + term / fraction;
    return density / fraction;
  }
  let power = z;
  let sum = z;
  for (let odd = 3; Math.abs(power) > 1e-17 * Math.abs(sum); odd += 2) {
    power *= (z * z) / odd;
    sum += power;
  }
  return 0.5 - density * sum;
}
