import { findMinimum, findZero } from './brent-search.js';
import { improvedSheatherJones } from './improved-sheather-jones.js';
import { sortValues, type SortedValues, type WeightedValues } from './line-density.js';

/** How a bandwidth for numbers on a line is found; the names are R's, but for `isj`. */
export type LineRule = 'nrd0' | 'nrd' | 'ucv' | 'bcv' | 'sj' | 'sj-dpi' | 'isj';

const BINS = 1000;
/** Squared distances in bandwidths beyond which a pair adds nothing. */
const FAR = 1000;
const MOST_WIDENINGS = 99;

/**
 * The bandwidth for a gaussian kernel on a line, as R's functions `bw.` find it:
 * - `nrd0` 0.9 min(SD, IQR / 1.34) n^(-1/5), and `nrd` with 1.06 for 0.9;
 * - `ucv`, `bcv` the least unbiased or biased cross-validation between a tenth and all of
 *   1.144 SD n^(-1/5);
 * - `sj` Sheather and Jones's solution of an equation, `sj-dpi` their direct plug-in.
 *
 * The last four take distances between 1000 bins of values, and search to a tenth of the lower end, as
 * R does. Not of R is `isj`, for which see `improvedSheatherJones`. A weight of w counts as w values. Quartiles are of type 7.
 *
 * Source: Silverman (1986), Density Estimation, eq. 3.28 and 3.31; Scott and Terrell (1987), JASA
 * 82(400), 1131-1146; Sheather and Jones (1991), JRSS B 53(3), 683-690, section 3.
 *
 * @returns a standard deviation, in the unit of the values
 * @throws {RangeError} if the values weigh less than 2, are all equal or too sparse for the rule
 */
export function lineBandwidth(numbers: WeightedValues, rule: LineRule): number {
  const sorted = sortValues(numbers);
  const { values, total } = sorted;
  if (!(total >= 2)) throw new RangeError(`A weight of ${total} has no bandwidth; give one`);
  const { deviation, range } = spreadOf(sorted);
  if (!(deviation > 0)) throw new RangeError(`All values are ${values[0]}; give a bandwidth`);
  if (rule === 'nrd0' || rule === 'nrd') {
    const spread = Math.min(deviation, range / 1.34) || deviation;
    return (rule === 'nrd0' ? 0.9 : 1.06) * spread * total ** -0.2;
  }
  if (rule === 'isj') {
    const found = improvedSheatherJones(sorted);
    if (found === null) throw new RangeError('Too many values are equal, or too few, for isj');
    return found;
  }
  const pairs = countPairs(sorted);
  if (rule === 'sj' || rule === 'sj-dpi') {
    return sheatherJones(pairs, Math.min(deviation, range / 1.349) || deviation, rule);
  }
  const to = 1.144 * deviation * total ** -0.2;
  const criterion = rule === 'ucv' ? unbiasedError : biasedError;
  return findMinimum((h) => criterion(pairs, h), { from: to / 10, to, tolerance: to / 100 });
}

/** The standard deviation and the distance of the quartiles. */
function spreadOf({ values, weights, total }: SortedValues): { deviation: number; range: number } {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += (weights[i]! * values[i]!) / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weights[i]! * (values[i]! - mean) ** 2;
  const quartile = (share: number) => quantile({ values, weights, total }, share);
  return {
    deviation: values[0] === values.at(-1) ? 0 : Math.sqrt(squares / (total - 1)),
    range: quartile(0.75) - quartile(0.25),
  };
}

/** Between the values of the two ranks around share * (n - 1). */
function quantile({ values, weights, total }: SortedValues, share: number): number {
  const rank = share * (total - 1);
  const valueAt = (wanted: number) => {
    let below = 0;
    const at = weights.findIndex((weight) => (below += weight) > wanted);
    return values[at < 0 ? values.length - 1 : at]!;
  };
  const [low, high] = [valueAt(Math.floor(rank)), valueAt(Math.ceil(rank))];
  return low + (rank - Math.floor(rank)) * (high - low);
}

interface Pairs {
  n: number;
  /** Width of a bin. */
  width: number;
  /** Pairs of values so many bins apart. */
  counts: Float64Array;
}

function countPairs({ values, weights, total }: SortedValues): Pairs {
  const width = ((values.at(-1)! - values[0]!) * 1.01) / BINS;
  const first = Math.floor(values[0]! / width);
  const bins = new Float64Array(BINS + 1);
  for (let i = 0; i < values.length; i++) {
    bins[Math.floor(values[i]! / width) - first]! += weights[i]!;
  }
  const counts = new Float64Array(BINS + 1);
  for (let i = 0; i < bins.length; i++) {
    counts[0]! += Math.max(0, bins[i]! * (bins[i]! - 1)) / 2;
    for (let j = i + 1; j < bins.length; j++) counts[j - i]! += bins[i]! * bins[j]!;
  }
  return { n: total, width, counts };
}

/** The sum of a function of the squared distance in bandwidths, over all pairs. */
function sumOverPairs(
  { width, counts }: Pairs,
  h: number,
  of: (squared: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const squared = ((i * width) / h) ** 2;
    if (squared >= FAR) break;
    if (counts[i]! > 0) sum += counts[i]! * of(squared);
  }
  return sum;
}

function unbiasedError(pairs: Pairs, h: number): number {
  const sum = sumOverPairs(
    pairs,
    h,
    (squared) => Math.exp(-squared / 4) - Math.sqrt(8) * Math.exp(-squared / 2),
  );
  return (0.5 + sum / pairs.n) / (pairs.n * h * Math.sqrt(Math.PI));
}

function biasedError(pairs: Pairs, h: number): number {
  const sum = sumOverPairs(
    pairs,
    h,
    (squared) => Math.exp(-squared / 4) * (squared * squared - 12 * squared + 12),
  );
  return (1 + sum / (32 * pairs.n)) / (2 * pairs.n * h * Math.sqrt(Math.PI));
}

/** Estimates of the integrals of the density times its fourth and sixth derivative. */
function fourth(pairs: Pairs, h: number): number {
  const { n } = pairs;
  const sum = sumOverPairs(
    pairs,
    h,
    (squared) => Math.exp(-squared / 2) * (squared * squared - 6 * squared + 3),
  );
  return (2 * sum + 3 * n) / (n * (n - 1) * h ** 5 * Math.sqrt(2 * Math.PI));
}

function sixth(pairs: Pairs, h: number): number {
  const { n } = pairs;
  const sum = sumOverPairs(
    pairs,
    h,
    (squared) =>
      Math.exp(-squared / 2) * (squared ** 3 - 15 * squared * squared + 45 * squared - 15),
  );
  return (2 * sum - 15 * n) / (n * (n - 1) * h ** 7 * Math.sqrt(2 * Math.PI));
}

function sheatherJones(pairs: Pairs, spread: number, rule: 'sj' | 'sj-dpi'): number {
  const { n } = pairs;
  const ideal = (h: number) => (1 / (2 * Math.sqrt(Math.PI) * n * fourth(pairs, h))) ** 0.2;
  const sparse = () => new RangeError('The values are too sparse for Sheather and Jones’s rule');
  const third = -sixth(pairs, 1.23 * spread * n ** (-1 / 9));
  if (!(third > 0 && third < Infinity)) throw sparse();
  if (rule === 'sj-dpi') return ideal((2.394 / (n * third)) ** (1 / 7));
  const scale = 1.357 * (fourth(pairs, 1.24 * spread * n ** (-1 / 7)) / third) ** (1 / 7);
  const excess = (h: number) => ideal(scale * h ** (5 / 7)) - h;
  let to = 1.144 * spread * n ** -0.2;
  let from = to / 10;
  const tolerance = to / 100;
  for (let i = 1; !(excess(from) * excess(to) <= 0); i++) {
    if (i > MOST_WIDENINGS) throw sparse();
    if (i % 2 === 1) to *= 1.2;
    else from /= 1.2;
  }
  return findZero(excess, { from, to, tolerance });
}
