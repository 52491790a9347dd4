/** The variance of a statistic under a null hypothesis, and how many deviations it lies from its mean. */
export interface Moments {
  variance: number | null;
  z: number | null;
}

/** A statistic of all places at once; null where it is not defined. */
export interface GlobalStatistic {
  statistic: number | null;
  expected: number | null;
  /** If any assignment of the values to the places is as likely. */
  randomisation: Moments;
}

/** Values are random draws from one normal distribution. */
export interface NormalStatistic extends GlobalStatistic {
  normality: Moments;
}

export const NO_MOMENTS: Moments = { variance: null, z: null };

/** @param variance null or not above 0: there is none */
export function momentsOf(
  { statistic, expected }: { statistic: number; expected: number },
  variance: number,
): Moments {
  if (!(variance > 0 && variance < Infinity)) return NO_MOMENTS;
  return { variance, z: (statistic - expected) / Math.sqrt(variance) };
}
