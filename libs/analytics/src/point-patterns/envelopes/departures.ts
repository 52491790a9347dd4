import type { Band } from './simulated-curves.js';

/** `localised`: somewhere above the band; `dispersed`: never, and somewhere below; else `random`. */
export type Classification = 'localised' | 'dispersed' | 'random';

interface Departures {
  /** At each radius, how far the curve is above the band; null where either is not defined. */
  above: (number | null)[];
  /** How far below; 0 everywhere if it is above anywhere. */
  below: (number | null)[];
  /** The sums over the radii. */
  localisation: number;
  dispersion: number;
  classification: Classification;
}

/**
 * Where a curve leaves its band, and what that makes of the pattern. A test at level alpha only with
 * a global band.
 *
 * Source: Duranton and Overman (2005), Testing for localization using micro-geographic data, Review of
 * Economic Studies 72, 1077-1106, the indices Gamma and Psi.
 */
export function departures(curve: readonly (number | null)[], { low, high }: Band): Departures {
  const above = curve.map((value, i) => excess(value, high[i]!));
  const localisation = total(above);
  const counted = localisation > 0 ? 0 : 1;
  const below = curve.map((value, i) => {
    const shortfall = excess(low[i]!, value);
    return shortfall === null ? null : shortfall * counted;
  });
  const dispersion = total(below);
  const classification = localisation > 0 ? 'localised' : dispersion > 0 ? 'dispersed' : 'random';
  return { above, below, localisation, dispersion, classification };
}

function excess(value: number | null, bound: number | null): number | null {
  return value === null || bound === null ? null : Math.max(value - bound, 0);
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
