const CLASSES = 5;

/**
 * Where one colour ends and the next begins, so that each has about as many areas. The least value
 * has a class of its own where it would fill one, as 0 mostly does; fewer classes where others
 * repeat. A value on a bound belongs to the upper class.
 *
 * @returns ascending, each once; empty where all values are equal
 */
export function quantileBreaks(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const rest = known.filter((value) => value > known[0]!);
  const isLeastApart = known.length - rest.length > known.length / CLASSES;
  const breaks = isLeastApart
    ? [...rest.slice(0, 1), ...quantiles(rest, CLASSES - 1)]
    : quantiles(known, CLASSES);
  return [...new Set(breaks)].filter((value) => value > known[0]!);
}

/** The least values of the second and further of so many equal parts. */
function quantiles(ascending: readonly number[], parts: number): number[] {
  if (ascending.length === 0) return [];
  return Array.from(
    { length: parts - 1 },
    (_, i) => ascending[Math.floor(((i + 1) * ascending.length) / parts)]!,
  );
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
