/** Points of a kind, and all points: in a region, and everywhere. */
export interface RegionCounts {
  cases: number;
  all: number;
  totalCases: number;
  total: number;
}

/**
 * How much better the counts fit a higher share of cases inside the region than outside, than one
 * share everywhere: the logarithm of the ratio of the Bernoulli likelihoods; 0 if the share inside is
 * not higher.
 *
 * Source: Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26(6), 1481-1496.
 */
export function likelihoodRatio({ cases, all, totalCases, total }: RegionCounts): number {
  const outside = totalCases - cases;
  const rest = total - all;
  if (all === 0 || cases * rest <= outside * all) return 0;
  const likelihood = bernoulli(cases, all) + bernoulli(outside, rest);
  return Math.max(likelihood - bernoulli(totalCases, total), 0);
}

/** The largest log likelihood of so many cases; 0 ln 0 = 0. */
function bernoulli(cases: number, all: number): number {
  return term(cases, all) + term(all - cases, all);
}

function term(count: number, all: number): number {
  return count === 0 ? 0 : count * Math.log(count / all);
}
