/** Numbers of entries in two lists of the same things. */
interface CapturedLists {
  first: number;
  second: number;
  /** In both. */
  both: number;
}

/** How many there are in all, those on neither list included. */
export interface TotalEstimate {
  /** first x second / both: Lincoln and Petersen. */
  lincolnPetersen: number;
  /** The same corrected for small numbers: Chapman. */
  chapman: number;
  /** 95 % interval of `chapman`; never below what the lists hold between them. */
  low: number;
  high: number;
}

const Z = 1.959963984540054; // 97.5 % of the standard normal distribution

/**
 * Estimates a total from how much two lists overlap. It holds where being on one list makes being on
 * the other neither likelier nor less likely, and where the same entries can be told on both.
 *
 * The interval is log-normal for the number on neither list, so that its lower end stays above what
 * was counted.
 *
 * Source: Chapman (1951), Some properties of the hypergeometric distribution with applications to
 * zoological sample censuses, 1(7), 131-160; the variance: Seber (1970), Biometrika 57(1), 13-22; the
 * interval: Chao (1987), Biometrics 43(4), 783-791.
 *
 * @returns null where nothing is on both lists
 * @throws {RangeError} if a number is no count, or the overlap exceeds a list
 */
export function estimateTotal({ first, second, both }: CapturedLists): TotalEstimate | null {
  if (![first, second, both].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`Lists of ${first} and ${second}, ${both} in both: not counts`);
  }
  if (both > Math.min(first, second)) {
    throw new RangeError(`${both} in both lists, but they hold ${first} and ${second}`);
  }
  if (both === 0) return null;
  const chapman = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const counted = first + second - both;
  const missing = chapman - counted;
  const lincolnPetersen = (first * second) / both;
  if (!(missing > 0)) return { lincolnPetersen, chapman, low: counted, high: counted };
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) /
    ((both + 1) ** 2 * (both + 2));
  const factor = Math.exp(Z * Math.sqrt(Math.log(1 + variance / missing ** 2)));
  return {
    lincolnPetersen,
    chapman,
    low: counted + missing / factor,
    high: counted + missing * factor,
  };
}
