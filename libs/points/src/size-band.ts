export type SizeBand = '0' | '1' | '2-9' | '10-49' | '50-249' | '250+' | 'unknown';

/** Ascending. */
export const SIZE_BANDS: readonly SizeBand[] = [
  '0',
  '1',
  '2-9',
  '10-49',
  '50-249',
  '250+',
  'unknown',
];

/** The fewest jobs in each band but `0` and `unknown`. */
const LOWER_BOUNDS = [1, 2, 10, 50, 250];

/**
 * The band of a business. A range belongs to the band of its lower bound, so that a business is
 * never shown as larger than it said.
 *
 * @param jobsLow stated employees or the range's lower bound; NaN: not stated
 * @returns place in SIZE_BANDS
 */
export function sizeBandOf(jobsLow: number): number {
  if (Number.isNaN(jobsLow)) return SIZE_BANDS.length - 1;
  let band = 0;
  while (band < LOWER_BOUNDS.length && jobsLow >= LOWER_BOUNDS[band]!) band++;
  return band;
}
