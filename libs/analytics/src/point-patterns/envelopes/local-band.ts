import {
  checkAlpha,
  definedRadii,
  valuesAt,
  type Band,
  type SimulatedCurves,
} from './simulated-curves.js';
import { percentile } from '../../statistics/percentile.js';

/**
 * At each radius, what all but a share alpha of the simulations keep to: half of it lies below, half
 * above. With alpha 0.1 the 5th and 95th percentile of Duranton and Overman; with 0.05 the 2.5th and
 * 97.5th.
 *
 * It holds at each radius alone: a curve by chance leaves it somewhere more often than alpha.
 * Percentiles are interpolated (type 7 of R's `quantile`).
 */
export function localBand(curves: SimulatedCurves, alpha: number): Band {
  checkAlpha(curves, alpha);
  const band = emptyBand(curves.radii);
  for (const radius of definedRadii(curves)) {
    const sorted = valuesAt(curves, radius).sort();
    band.low[radius] = percentile(sorted, alpha / 2);
    band.high[radius] = percentile(sorted, 1 - alpha / 2);
  }
  return band;
}

export function emptyBand(radii: number): Band {
  return { low: Array<null>(radii).fill(null), high: Array<null>(radii).fill(null) };
}
