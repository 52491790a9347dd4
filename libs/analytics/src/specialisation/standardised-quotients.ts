import { andersonDarling } from '../statistics/anderson-darling.js';
import {
  FEWEST_VALUES,
  MOST_VALUES,
  shapiroWilk,
  type NormalityTest,
} from '../statistics/shapiro-wilk.js';

export interface StandardisedQuotients {
  /** `log`: of the quotients above 0, because they themselves are not normal. */
  scale: 'plain' | 'log';
  /** On the scale; null where it cannot be tested. */
  normality: NormalityTest | null;
  isNormal: boolean | null;
  mean: number | null;
  deviation: number | null;
  /** n; null where there is no spread, or the logarithm of 0. */
  zs: (number | null)[];
}

/** The level at which normality is rejected. */
const REJECTED = 0.05;

/**
 * By how many standard deviations a sector's quotient in each region exceeds their mean; above
 * 1.645 is agglomeration at 5 %, where the quotients, or their logarithms, are normal.
 *
 * Does not depend on the order of the regions. Normality is tested by Shapiro and Wilk up to 5,000
 * regions, by Anderson and Darling beyond.
 *
 * Source: O'Donoghue and Gleave (2004), A note on methods for measuring industrial agglomeration,
 * Regional Studies 38, 419-427.
 *
 * @param quotients n, of the regions that are not empty
 * @throws {RangeError} if a quotient is negative or not finite
 */
export function standardiseQuotients(quotients: Float64Array): StandardisedQuotients {
  for (const lq of quotients) {
    if (!(lq >= 0 && lq < Infinity)) throw new RangeError(`A quotient is ${lq}`);
  }
  const plain = testNormality(quotients.slice().sort());
  const isRejected = plain !== null && plain.p < REJECTED;
  if (!isRejected) return standardise(quotients, 'plain', plain);
  const logarithms = quotients.map((lq) => Math.log(lq));
  const finite = logarithms.filter((value) => value > -Infinity).sort();
  return standardise(logarithms, 'log', testNormality(finite));
}

function testNormality(ascending: Float64Array): NormalityTest | null {
  if (ascending.length < FEWEST_VALUES) return null;
  return ascending.length > MOST_VALUES ? andersonDarling(ascending) : shapiroWilk(ascending);
}

function standardise(
  values: Float64Array,
  scale: 'plain' | 'log',
  normality: NormalityTest | null,
): StandardisedQuotients {
  const ascending = values.filter((value) => value > -Infinity).sort();
  const n = ascending.length;
  const mean = n > 0 ? ascending.reduce((sum, value) => sum + value, 0) / n : null;
  const squares = ascending.reduce((sum, value) => sum + (value - mean!) ** 2, 0);
  const hasSpread = n > 1 && ascending[0]! < ascending[n - 1]!;
  const deviation = hasSpread ? Math.sqrt(squares / (n - 1)) : null;
  return {
    scale,
    normality,
    isNormal: normality && normality.p >= REJECTED,
    mean,
    deviation,
    zs: Array.from(values, (value) =>
      deviation === null || value === -Infinity ? null : (value - mean!) / deviation,
    ),
  };
}
