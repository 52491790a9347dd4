/** Businesses or jobs; the region's are part of the base's. */
export interface Specialisation {
  matching: number;
  all: number;
  baseMatching: number;
  baseAll: number;
}

export interface LocationQuotient {
  lq: number | null;
  /** 95 % interval; null where `lq` is null or 0. */
  low: number | null;
  high: number | null;
}

/** Of the standard normal distribution, 97.5 %. */
const Z = 1.959963984540054;

/**
 * How many times as frequent a kind of business is in a region as in the base.
 *
 * Null if the region is empty or the base has none of the kind; 0 without an interval if the
 * region has none. The interval is approximate: the delta method on the logarithm, for a region
 * that is part of the base.
 *
 * Source: the ratio of two proportions, Katz et al. (1978), Obtaining confidence intervals for the
 * risk ratio in cohort studies, Biometrics 34, 469-474.
 *
 * @throws {RangeError} if a count is negative or not finite, or a part exceeds its whole
 */
export function locationQuotient(counts: Specialisation): LocationQuotient {
  check(counts);
  const { matching, all, baseMatching, baseAll } = counts;
  if (all === 0 || baseMatching === 0) return { lq: null, low: null, high: null };
  const lq = matching / all / (baseMatching / baseAll);
  if (lq === 0) return { lq, low: null, high: null };
  const variance = 1 / matching - 1 / all + 1 / baseMatching - 1 / baseAll;
  const factor = Math.exp(Z * Math.sqrt(variance));
  return { lq, low: lq / factor, high: lq * factor };
}

function check({ matching, all, baseMatching, baseAll }: Specialisation): void {
  const isPart = (part: number, whole: number) => part >= 0 && part <= whole && whole < Infinity;
  if (!isPart(matching, all) || !isPart(baseMatching, baseAll)) {
    throw new RangeError(`${matching} of ${all} in the region, ${baseMatching} of ${baseAll}`);
  }
}
