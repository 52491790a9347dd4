/** Below this share of a sum a term no longer counts. */
const NEGLIGIBLE = 1e-17;

/**
 * The probability that at least `count` of independent trials succeed.
 *
 * Exact to about 1e-12 of itself, for large numbers too: the density by the saddle point, its
 * neighbours by their ratio, the smaller tail summed. Cost: some ten standard deviations of terms.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities, Bell Labs.
 *
 * @param probability of one trial, 0 to 1
 * @throws {RangeError} if a number is not whole or negative, or the probability outside 0 to 1
 */
export function binomialTail(
  count: number,
  { trials, probability: p }: { trials: number; probability: number },
): number {
  checkCounts({ count, trials });
  if (!(p >= 0 && p <= 1)) throw new RangeError(`The probability ${p} is not in 0 to 1`);
  if (count === 0) return 1;
  if (count > trials || p === 0) return 0;
  if (p === 1) return 1;
  const q = 1 - p;
  const odds = p / q;
  if (count > trials * p) {
    return sumOf(binomialDensity(count, trials, p), count, (j) => ((trials - j) / (j + 1)) * odds);
  }
  const below = sumOf(binomialDensity(count - 1, trials, p), 0, (step) => {
    const j = count - 1 - step;
    return j / (trials - j + 1) / odds;
  });
  return 1 - below;
}

export interface Urn {
  /** Balls drawn, without putting them back. */
  draws: number;
  /** Balls that count. */
  marked: number;
  all: number;
}

/**
 * The probability that at least `count` of the drawn balls are marked; as exact as `binomialTail`.
 *
 * Source: as `binomialTail`, the hypergeometric density as a quotient of three binomial ones.
 *
 * @throws {RangeError} if a number is not whole or negative, or a part exceeds the whole
 */
export function hypergeometricTail(count: number, { draws, marked, all }: Urn): number {
  checkCounts({ count, draws, marked, all });
  if (draws > all || marked > all) {
    throw new RangeError(`${draws} draws and ${marked} marked of ${all}`);
  }
  const unmarked = all - marked;
  const least = Math.max(0, draws - unmarked);
  const most = Math.min(draws, marked);
  if (count <= least) return 1;
  if (count > most) return 0;
  const density = (k: number) => hypergeometricDensity(k, { draws, marked, all });
  if (count > (draws * marked) / all) {
    return sumOf(
      density(count),
      count,
      (k) => ((marked - k) / (k + 1)) * ((draws - k) / (unmarked - draws + k + 1)),
    );
  }
  const below = sumOf(density(count - 1), 0, (step) => {
    const k = count - 1 - step;
    return (k / (marked - k + 1)) * ((unmarked - draws + k) / (draws - k + 1));
  });
  return 1 - below;
}

/** @param ratio of the term after that of its argument to it, below 1 and falling */
function sumOf(first: number, from: number, ratio: (place: number) => number): number {
  let term = first;
  let sum = 0;
  for (let place = from; term > sum * NEGLIGIBLE; place++) {
    sum += term;
    term *= ratio(place);
  }
  return Math.min(1, sum);
}

function checkCounts(counts: Record<string, number>): void {
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`${name} is ${count}, not a whole number of at least 0`);
    }
  }
}

function binomialDensity(x: number, n: number, p: number): number {
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const logarithm =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviance(x, n * p) -
    deviance(n - x, n * (1 - p));
  return Math.exp(logarithm) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}

function hypergeometricDensity(x: number, { draws, marked, all }: Urn): number {
  const p = draws / all;
  if (p === 0 || p === 1) return 1;
  return (
    (binomialDensity(x, marked, p) * binomialDensity(draws - x, all - marked, p)) /
    binomialDensity(draws, all, p)
  );
}

/** ln n! less Stirling's formula for it. */
function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return n === 0
      ? 0
      : Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
}

/** x ln(x / mean) + mean - x, without loss of digits where both are near. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) > 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}
