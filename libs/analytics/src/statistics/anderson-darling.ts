import { normalTail } from './normal-distribution.js';
import type { NormalityTest } from './shapiro-wilk.js';

/**
 * Tests whether values come from a normal distribution of unknown mean and variance; null where
 * all are equal. For samples too large for `shapiroWilk`.
 *
 * Source: Stephens, in D'Agostino and Stephens (1986), Goodness-of-fit techniques, table 4.9.
 *
 * @param ascending at least 8 values, sorted
 * @throws {RangeError} if there are fewer
 */
export function andersonDarling(ascending: Float64Array): NormalityTest | null {
  const n = ascending.length;
  if (n < 8) throw new RangeError(`Anderson and Darling's test takes 8 values, not ${n}`);
  if (ascending[0] === ascending[n - 1]) return null;
  const mean = ascending.reduce((sum, value) => sum + value / n, 0);
  const squares = ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (n - 1));
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const below = normalTail((mean - ascending[i]!) / deviation);
    const above = normalTail((ascending[n - 1 - i]! - mean) / deviation);
    sum += (2 * i + 1) * (Math.log(below) + Math.log(above));
  }
  const statistic = -n - sum / n;
  return {
    test: 'anderson-darling',
    statistic,
    p: pOf(statistic * (1 + 0.75 / n + 2.25 / n ** 2)),
  };
}

function pOf(adjusted: number): number {
  const a = adjusted;
  if (a < 0.2) return 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
  if (a < 0.34) return 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a);
  if (a < 0.6) return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
  if (a < 10) return Math.exp(1.2937 - 5.709 * a + 0.0186 * a * a);
  return 0;
}
