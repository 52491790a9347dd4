import { checkAmounts, sharePair } from './shares.js';

export interface Gini {
  /** From 0 to (n - 1) / n. */
  gini: number;
  /** Times n / (n - 1), so that it reaches 1; null of one unit. */
  corrected: number | null;
}

/**
 * How unequal amounts are; null if all are 0.
 *
 * Source: Gini (1912), Variabilità e mutabilità; as the area at the Lorenz curve, which with weights
 * of 1 is sum of (2 k - n - 1) x_(k) / (n sum of x).
 *
 * @param weights n, as how many units an amount counts; null: one
 * @throws {RangeError} if an amount or weight is negative or not finite
 */
export function gini(amounts: Float64Array, weights: Float64Array | null = null): Gini | null {
  checkAmounts(amounts, weights);
  const units = weights ?? new Float64Array(amounts.length).fill(1);
  const totals = weights ? amounts.map((amount, i) => amount * weights[i]!) : amounts;
  const raw = giniLorenz(totals, units);
  if (raw === null) return null;
  const n = units.reduce((sum, weight) => sum + weight, 0);
  return { gini: raw, corrected: n > 1 ? (raw * n) / (n - 1) : null };
}

/**
 * The locational Gini coefficient from the Lorenz curve: 0 where a sector is spread as the base is,
 * towards 1 where it is in a small part of it. Also of a region's sectors against all regions'.
 *
 * Null if either sum is 0. Regions of equal location quotient may come in any order.
 *
 * Source: Krugman (1991), Geography and trade; the area is that of Audretsch and Feldman
 * (1996), R&D spillovers and the geography of innovation and production, AER 86, 630-640.
 *
 * @param amounts n of the sector in the regions
 * @param baseAmounts n of what it is compared with
 * @throws {RangeError} if the columns differ in length, or an amount is negative or not finite
 */
export function giniLorenz(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null) return null;
  const { shares, baseShares } = pair;
  const slopes = shares.map((share, i) => (share > 0 ? share / baseShares[i]! : 0));
  const order = Uint32Array.from(slopes.keys()).sort((a, b) => slopes[a]! - slopes[b]! || a - b);
  let area = 0;
  let before = 0;
  for (const i of order) {
    const after = before + shares[i]!;
    area += baseShares[i]! * (before + after);
    before = after;
  }
  return Math.max(0, 1 - area);
}

/**
 * The Gini coefficient of the location quotients themselves, every region counting alike, however
 * small. It shares its name with `giniLorenz`, not its values.
 *
 * Null if either sum is 0. Regions that have nothing of the base are left out.
 *
 * Source: Farhauer and Kröll (2014), Standorttheorien, 2nd ed.; R's REAT has it as gini.conc and, of
 * a region's sectors, gini.spec.
 *
 * @throws {RangeError} as `giniLorenz`
 */
export function giniLQ(amounts: Float64Array, baseAmounts: Float64Array): number | null {
  const pair = sharePair(amounts, baseAmounts);
  if (pair === null) return null;
  const { shares, baseShares } = pair;
  const quotients = shares.map((share, i) => share / baseShares[i]!).filter(Number.isFinite);
  return gini(quotients)?.gini ?? null;
}
