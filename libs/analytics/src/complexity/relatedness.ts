export type RelatednessMethod = 'association' | 'probability' | 'cosine' | 'jaccard';

/**
 * How often two things occur together beside how often they would by chance, or might at most.
 *
 * - `association`: observed over expected, C T / (Si Sj);
 * - `probability`: the same, drawn without replacement (Steijn 2021);
 * - `cosine`: C / sqrt(Si Sj);
 * - `jaccard`: C / (Si + Sj - C).
 *
 * Source: van Eck and Waltman (2009), How to normalize co-occurrence data?, JASIST 60, 1635-1651;
 * Steijn (2021), Improvement on the association strength, Scientometrics 126, 9081-9097.
 *
 * @param counts n x n, symmetric, not negative; the diagonal does not count
 * @returns n x n, symmetric, the diagonal 0; 0 where either never occurs
 * @throws {RangeError} if the counts are not symmetric, negative or not finite
 */
export function relatedness(
  counts: Float64Array,
  n: number,
  method: RelatednessMethod,
): Float64Array {
  checkCounts(counts, n);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) sums[i]! += counts[i * n + j]!;
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  const found = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const count = counts[i * n + j]!;
      if (i === j || count === 0) continue;
      found[i * n + j] = count / standard(method, { count, a: sums[i]!, b: sums[j]!, total });
    }
  }
  return found;
}

/** What a count is divided by. */
function standard(
  method: RelatednessMethod,
  { count, a, b, total }: { count: number; a: number; b: number; total: number },
): number {
  switch (method) {
    case 'association':
      return (a * b) / total;
    case 'probability':
      return ((a / total) * (b / (total - a)) + (b / total) * (a / (total - b))) * (total / 2);
    case 'cosine':
      return Math.sqrt(a * b);
    case 'jaccard':
      return a + b - count;
  }
}

function checkCounts(counts: Float64Array, n: number): void {
  if (counts.length !== n * n) {
    throw new RangeError(`There are ${counts.length} counts, not ${n} x ${n}`);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const count = counts[i * n + j]!;
      if (!(count >= 0 && count < Infinity)) {
        throw new RangeError(`The count of ${i} and ${j} is ${count}`);
      }
      if (count !== counts[j * n + i]) throw new RangeError(`The counts are not symmetric`);
    }
  }
}

/**
 * How many more people move between two sectors than their sizes suggest, from -1 to 1.
 *
 * Source: Neffke and Henning (2013), Skill relatedness and firm diversification, Strategic
 * Management Journal 34, 297-316.
 *
 * @param flows n x n, from row to column, not negative; the diagonal does not count
 * @returns n x n, the diagonal 0; NaN where a sector loses or gains nobody, to be told as null
 */
export function skillRelatedness(flows: Float64Array, n: number): Float64Array {
  const [out, into] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      out[i]! += flows[i * n + j]!;
      into[j]! += flows[i * n + j]!;
    }
  }
  const total = out.reduce((sum, value) => sum + value, 0);
  return flows.map((flow, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    if (i === j) return 0;
    const ratio = (flow * total) / (out[i]! * into[j]!);
    return (ratio - 1) / (ratio + 1);
  });
}
