/**
 * A sum that is rounded once, at the end: it is the same in whatever order the values come.
 *
 * Linear in the values while they are of similar size: a few partial sums hold what is exact.
 *
 * Source: Shewchuk (1997), Adaptive precision floating-point arithmetic and fast robust geometric
 * predicates, Discrete & Computational Geometry 18, 305-363 (grow-expansion).
 */
export class ExactSum {
  /** Ascending in size and without common bits; their exact sum is the sum so far. */
  private readonly parts: number[] = [];

  /** @param value finite; the sum of the absolute values must be below 1.8e308 */
  add(value: number): void {
    const { parts } = this;
    let kept = 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const sum = value + part;
      // exact whichever is larger: Knuth's two-sum
      const other = sum - value;
      const lost = value - (sum - other) + (part - other);
      if (lost !== 0) parts[kept++] = lost;
      value = sum;
    }
    parts[kept] = value;
    parts.length = kept + 1;
  }

  /** The double next to the exact sum, of two as near the even one. */
  get value(): number {
    const { parts } = this;
    let at = parts.length - 1;
    if (at < 0) return 0;
    let sum = parts[at]!;
    let lost = 0;
    while (at > 0 && lost === 0) {
      const before = sum;
      const part = parts[--at]!;
      sum = before + part;
      lost = part - (sum - before);
    }
    // half-way cases were rounded to even without a look at the parts below
    if (at > 0 && lost !== 0 && lost > 0 === parts[at - 1]! > 0) {
      const doubled = 2 * lost;
      const next = sum + doubled;
      if (next - sum === doubled) sum = next;
    }
    return sum;
  }

  /** Back to zero, so that one instance serves many sums. */
  clear(): void {
    this.parts.length = 0;
  }
}

/** The sum of the values as `ExactSum` has it; 0 of none. */
export function exactSum(values: Float64Array): number {
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i]!);
  return sum.value;
}
