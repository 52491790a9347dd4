const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
/** From here on the continued fraction takes fewer terms than the series. */
const FAR = 2.5;
/** For 1e-16 at FAR. */
const FRACTION_TERMS = 120;

/**
 * The probability that a standard normal variable exceeds z, to about 1e-15 of itself.
 *
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z > 40) return 0;
  const density = Math.exp((-z * z) / 2) / ROOT_OF_TWO_PI;
  if (z >= FAR) {
    let fraction = z;
    for (let k = FRACTION_TERMS; k > 0; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/**
 * The value that a standard normal variable falls below with the probability p.
 *
 * Source: Abramowitz and Stegun (1964), 26.2.23 as the start of two steps of Halley's method.
 *
 * @throws {RangeError} if p is not between 0 and 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`The probability ${p} is not between 0 and 1`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 2; step++) {
    const excess = (normalTail(z) - tail) * ROOT_OF_TWO_PI * Math.exp((z * z) / 2);
    z += excess / (1 - (excess * z) / 2);
  }
  return p < 0.5 ? -z : z;
}
