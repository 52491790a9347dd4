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
  const lq = quotientOf(counts);
  if (!lq) return { lq, low: null, high: null };
  const variance = 1 / matching - 1 / all + 1 / baseMatching - 1 / baseAll;
  const factor = Math.exp(Z * Math.sqrt(Math.max(0, variance)));
  return { lq, low: lq / factor, high: lq * factor };
}

/** The share of a kind in a region by its share in the base: the definition, without any check. */
export function quotientOf(counts: Specialisation): number | null {
  const { matching, all, baseMatching, baseAll } = counts;
  if (all === 0 || baseMatching === 0 || baseAll === 0) return null;
  return matching / all / (baseMatching / baseAll);
}

/**
 * The quotient with the region itself left out of the base, for regions that dominate it.
 *
 * Null where `locationQuotient` is, or nothing of the kind is left in the rest.
 *
 * @throws {RangeError} as `locationQuotient`, or if the region is no part of the base
 */
export function quotientWithoutOwn(counts: Specialisation): number | null {
  const { matching, all, baseMatching, baseAll } = counts;
  const rest = { baseMatching: baseMatching - matching, baseAll: baseAll - all };
  check(counts);
  if (rest.baseMatching < 0 || rest.baseAll < 0) {
    throw new RangeError(`${matching} of ${all} is no part of ${baseMatching} of ${baseAll}`);
  }
  return quotientOf({ matching, all, ...rest });
}

/**
 * The quotient from -1 (none) through 0 (as in the base) to 1.
 *
 * Source: Laursen (1998), Revealed comparative advantage and the alternatives as measures of
 * international specialisation, DRUID working paper 98-30.
 */
export function symmetricQuotient(lq: number): number {
  return (lq - 1) / (lq + 1);
}

/** The natural logarithm of the quotient; null of 0. */
export function logQuotient(lq: number): number | null {
  return lq > 0 ? Math.log(lq) : null;
}

function check({ matching, all, baseMatching, baseAll }: Specialisation): void {
  const isPart = (part: number, whole: number) => part >= 0 && part <= whole && whole < Infinity;
  if (!isPart(matching, all) || !isPart(baseMatching, baseAll)) {
    throw new RangeError(`${matching} of ${all} in the region, ${baseMatching} of ${baseAll}`);
  }
}
