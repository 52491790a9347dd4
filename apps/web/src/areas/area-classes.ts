const CLASSES = 5;

/**
 * Where one colour ends and the next begins, so that each has about as many areas; fewer classes
 * where values repeat. A value on a bound belongs to the upper class.
 *
 * @returns ascending, each once; empty where all values are equal
 */
export function quantileBreaks(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const breaks = Array.from(
    { length: CLASSES - 1 },
    (_, i) => known[Math.floor(((i + 1) * known.length) / CLASSES)]!,
  );
  return [...new Set(breaks)].filter((value) => value > known[0]!);
}

/** Null for an area without a value. */
export function classOf(value: number | null, breaks: readonly number[]): number | null {
  return value === null ? null : breaks.filter((limit) => value >= limit).length;
}

/** From light to dark; the steps of the density scale, spread over as many classes as there are. */
export function classColour(index: number, breaks: readonly number[]): string {
  const step = breaks.length === 0 ? 3 : Math.round((index * 6) / breaks.length);
  return `var(--density-${step})`;
}
