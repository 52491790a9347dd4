import { departures, type Classification } from './departures.js';
import { globalBand } from './global-band.js';
import { goodnessOfFit, type GoodnessOfFit } from './goodness-of-fit.js';
import { localBand } from './local-band.js';
import { meanCurve } from './simulated-curves.js';

export interface BandRule {
  /** Share of the simulations that may leave the band. */
  alpha: number;
  band: 'local' | 'global' | 'global-dbmss';
}

/** How a curve compares with those of the simulations; at each radius, but for the sums. */
export interface BandSummary {
  low: (number | null)[];
  high: (number | null)[];
  mean: (number | null)[];
  above: (number | null)[];
  below: (number | null)[];
  localisation: number;
  dispersion: number;
  /** null with a local band, which many curves leave somewhere by chance. */
  classification: Classification | null;
  goodnessOfFit: GoodnessOfFit | null;
}

/**
 * A curve beside its simulations.
 *
 * @param curves one after the other, a value for each radius
 * @throws {RangeError} if alpha is no share that so many curves can tell
 */
export function summariseBand(
  observed: readonly (number | null)[],
  { curves, radii }: { curves: Float64Array; radii: readonly number[] },
  { alpha, band: kind }: BandRule,
): BandSummary {
  const simulated = { values: curves, radii: radii.length };
  const band =
    kind === 'local'
      ? localBand(simulated, alpha)
      : globalBand(simulated, alpha, kind === 'global' ? 'rank' : 'drop-extremes');
  const { classification, ...sums } = departures(observed, band);
  return {
    ...band,
    mean: meanCurve(simulated),
    ...sums,
    classification: kind === 'local' ? null : classification,
    goodnessOfFit: goodnessOfFit(observed, simulated, radii),
  };
}
