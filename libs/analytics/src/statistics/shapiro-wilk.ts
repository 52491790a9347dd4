import { normalQuantile, normalTail } from './normal-distribution.js';

export interface NormalityTest {
  test: 'shapiro-wilk' | 'anderson-darling';
  statistic: number;
  p: number;
}

export const FEWEST_VALUES = 3;
export const MOST_VALUES = 5000;

/**
 * Tests whether values come from a normal distribution; null where all are equal.
 *
 * Does not depend on the order of the values. Linear after the sort of the caller.
 *
 * Source: Royston (1995), Remark AS R94: a remark on algorithm AS 181: the W-test for normality,
 * Applied Statistics 44, 547-551, with its coefficients; R's shapiro.test does the same.
 *
 * @param ascending 3 to 5,000 values, sorted
 * @throws {RangeError} if there are fewer or more
 */
export function shapiroWilk(ascending: Float64Array): NormalityTest | null {
  const n = ascending.length;
  if (n < FEWEST_VALUES || n > MOST_VALUES) {
    throw new RangeError(`Shapiro and Wilk's test takes 3 to 5000 values, not ${n}`);
  }
  const range = ascending[n - 1]! - ascending[0]!;
  if (!(range > 0)) return null;
  const weights = orderWeights(n);
  const complement = complementOfW(ascending, weights, range);
  return { test: 'shapiro-wilk', statistic: 1 - complement, p: pOf(complement, n) };
}

const FIRST_WEIGHT = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND_WEIGHT = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];

/** @returns the weights of the upper half of the values, of the largest first */
function orderWeights(n: number): Float64Array {
  const half = Math.floor(n / 2);
  const weights = new Float64Array(half);
  if (n === 3) return weights.fill(Math.SQRT1_2);
  let squares = 0;
  for (let i = 0; i < half; i++) {
    weights[i] = -normalQuantile((i + 1 - 0.375) / (n + 0.25)); // expected places, by Blom
    squares += 2 * weights[i]! ** 2;
  }
  const norm = Math.sqrt(squares);
  const shrink = 1 / Math.sqrt(n);
  const [m1, m2] = [weights[0]!, weights[1]!];
  const a1 = polynomial(FIRST_WEIGHT, shrink) + m1 / norm;
  const a2 = polynomial(SECOND_WEIGHT, shrink) + m2 / norm;
  const isLong = n > 5;
  const scale = isLong
    ? Math.sqrt((squares - 2 * m1 * m1 - 2 * m2 * m2) / (1 - 2 * a1 * a1 - 2 * a2 * a2))
    : Math.sqrt((squares - 2 * m1 * m1) / (1 - 2 * a1 * a1));
  for (let i = 0; i < half; i++) weights[i]! /= scale;
  weights[0] = a1;
  if (isLong) weights[1] = a2;
  return weights;
}

/** 1 - W, without the loss of digits where W is near 1. */
function complementOfW(ascending: Float64Array, weights: Float64Array, range: number): number {
  const n = ascending.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += ascending[i]! / range / n;
  let weightSquares = 0;
  let valueSquares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const mirrored = n - 1 - i;
    const weight =
      i < weights.length ? -weights[i]! : mirrored < weights.length ? weights[mirrored]! : 0;
    const value = ascending[i]! / range - mean;
    weightSquares += weight * weight;
    valueSquares += value * value;
    products += weight * value;
  }
  const root = Math.sqrt(weightSquares * valueSquares);
  return ((root - products) * (root + products)) / (weightSquares * valueSquares);
}

function pOf(complement: number, n: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(1 - complement)) - Math.asin(Math.sqrt(0.75)));
    return Math.max(0, p);
  }
  const y = Math.log(complement);
  if (n <= 11) {
    const bound = -2.273 + 0.459 * n;
    if (y >= bound) return 0;
    const mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const deviation = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normalTail((-Math.log(bound - y) - mean) / deviation);
  }
  const logarithm = Math.log(n);
  const mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logarithm);
  const deviation = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], logarithm));
  return normalTail((y - mean) / deviation);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
