import { randomNumber } from '../random/random-number.js';
import { percentile } from '../statistics/percentile.js';

export interface BootstrapCutoff {
  /** What a region's z must exceed. */
  cutoff: number;
  /** 2.5 % and 97.5 % of the resamples' percentiles. */
  low: number;
  high: number;
}

export interface BootstrapOptions {
  seed: number;
  /** Default 1,000. */
  resamples?: number;
  /** The percentile that is looked for, a share; default 0.95. */
  level?: number;
}

/**
 * The mean of a percentile over resamples of standardised quotients: a cut-off that does not need
 * them to be normal.
 *
 * The same for the same seed, whatever the order of the regions; null of no regions. Cost:
 * resamples x regions.
 *
 * Source: Tian (2013), Measuring agglomeration using the standardized location quotient with a
 * bootstrap method, Journal of Regional Analysis and Policy 43, 186-197.
 *
 * @throws {RangeError} if there are no resamples
 */
export function bootstrapCutoff(
  zs: Float64Array,
  { seed, resamples = 1000, level = 0.95 }: BootstrapOptions,
): BootstrapCutoff | null {
  if (!(Number.isInteger(resamples) && resamples >= 1)) {
    throw new RangeError(`resamples is ${resamples}, not a whole number of at least 1`);
  }
  const n = zs.length;
  if (n === 0) return null;
  const ascending = zs.slice().sort();
  const percentiles = new Float64Array(resamples);
  const sample = new Float64Array(n);
  const drawn = new Uint32Array(n);
  for (let simulation = 0; simulation < resamples; simulation++) {
    drawn.fill(0);
    for (let draw = 0; draw < n; draw++) {
      drawn[Math.floor(randomNumber({ seed, simulation, draw }) * n)]!++;
    }
    for (let i = 0, at = 0; i < n; i++) {
      for (let times = drawn[i]!; times > 0; times--) sample[at++] = ascending[i]!;
    }
    percentiles[simulation] = percentile(sample, level)!;
  }
  const cutoff = percentiles.reduce((sum, value) => sum + value, 0) / resamples;
  percentiles.sort();
  return { cutoff, low: percentile(percentiles, 0.025)!, high: percentile(percentiles, 0.975)! };
}
