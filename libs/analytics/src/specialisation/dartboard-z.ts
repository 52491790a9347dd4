export interface DartboardThrow {
  /** Of the sector, in the region. */
  share: number;
  /** Of everything, in the region. */
  baseShare: number;
  /** The sum of the squared shares of the sector's plants; 1 by their number if all count alike. */
  herfindahl: number;
}

/**
 * By how many standard deviations a sector's share in a region exceeds what plants thrown at
 * random, as likely into a region as its share of everything, would give.
 *
 * Null where the region has nothing or everything, or the sector has no plants.
 *
 * Source: Guimaraes, Figueiredo and Woodward (2009), Dartboard tests for the location quotient,
 * Regional Science and Urban Economics 39, 360-364.
 *
 * @throws {RangeError} if a share is outside 0 to 1
 */
export function dartboardZ({ share, baseShare, herfindahl }: DartboardThrow): number | null {
  for (const value of [share, baseShare, herfindahl]) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`A share is ${value}, not in 0 to 1`);
  }
  const variance = baseShare * (1 - baseShare) * herfindahl;
  return variance > 0 ? (share - baseShare) / Math.sqrt(variance) : null;
}
