/**
 * `bh` for tests that are independent or positively dependent, `by` for any dependence, which local
 * statistics of neighbours have; `esda`: as PySAL's `esda.fdr` has it.
 */
export type FalseDiscoveryMode = 'bh' | 'by' | 'esda';

/**
 * The greatest p-value that may be called significant if no more than a share alpha of those calls
 * is to be false in expectation.
 *
 * `esda` compares by `<`, returns k alpha / n rather than the p-value, and alpha / n where nothing
 * qualifies. Cost: n log n.
 *
 * Source: Benjamini and Hochberg (1995), JRSS B 57, 289-300; Benjamini and Yekutieli (2001),
 * Annals of Statistics 29, 1165-1188.
 *
 * @param pValues NaN stands for no test
 * @returns null if there is none
 * @throws {RangeError} if alpha is not between 0 and 1
 */
export function falseDiscoveryCutoff(
  pValues: Float64Array,
  alpha: number,
  mode: FalseDiscoveryMode,
): number | null {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}, not between 0 and 1`);
  const sorted = pValues.filter((p) => !Number.isNaN(p)).sort();
  const tests = sorted.length;
  if (tests === 0) return null;
  const level = mode === 'by' ? alpha / harmonic(tests) : alpha;
  for (let rank = tests; rank > 0; rank--) {
    const p = sorted[rank - 1]!;
    const limit = (rank * level) / tests;
    if (mode === 'esda' ? p < limit : p <= limit) return mode === 'esda' ? limit : p;
  }
  return mode === 'esda' ? level / tests : null;
}

/**
 * Each p-value as the smallest alpha at which `falseDiscoveryCutoff` would let it pass, which is
 * `p.adjust` of R. Equal p-values stay equal, whatever their order. Cost: n log n.
 *
 * @param pValues NaN stands for no test and stays
 */
export function adjustPValues(pValues: Float64Array, mode: 'bh' | 'by'): Float64Array {
  const sorted = pValues.filter((p) => !Number.isNaN(p)).sort();
  const tests = sorted.length;
  const factor = mode === 'by' ? harmonic(tests) : 1;
  const adjusted = new Map<number, number>();
  let least = 1;
  for (let rank = tests; rank > 0; rank--) {
    const p = sorted[rank - 1]!;
    least = Math.min(least, (p * tests * factor) / rank);
    if (!adjusted.has(p)) adjusted.set(p, least);
  }
  return pValues.map((p) => adjusted.get(p) ?? NaN);
}

function harmonic(count: number): number {
  let sum = 0;
  for (let i = count; i > 0; i--) sum += 1 / i;
  return sum;
}
