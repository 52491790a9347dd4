/** First and last division of each section; between them none is missing. Source: ONS, UK SIC 2007. */
const SECTION_DIVISIONS: Record<string, [first: number, last: number]> = {
  A: [1, 3],
  B: [5, 9],
  C: [10, 33],
  D: [35, 35],
  E: [36, 39],
  F: [41, 43],
  G: [45, 47],
  H: [49, 53],
  I: [55, 56],
  J: [58, 63],
  K: [64, 66],
  L: [68, 68],
  M: [69, 75],
  N: [77, 82],
  O: [84, 84],
  P: [85, 85],
  Q: [86, 88],
  R: [90, 93],
  S: [94, 96],
  T: [97, 98],
  U: [99, 99],
};

/** `J` is 58 to 63. */
export function divisionsOf(section: string): string[] {
  const [first, last] = SECTION_DIVISIONS[section] ?? [1, 0];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(2, '0'));
}

function sectionOf(division: string): string | undefined {
  return Object.keys(SECTION_DIVISIONS).find((section) => divisionsOf(section).includes(division));
}

/** Whether a section or division is shown: by itself, or a division by its section. */
export function isSectorChosen(chosen: readonly string[], code: string): boolean {
  const section = sectionOf(code);
  return chosen.includes(code) || (section !== undefined && chosen.includes(section));
}

/**
 * Chooses a section or division, or no longer. A section takes the place of its divisions; leaving
 * out one division of a chosen section keeps its others.
 */
export function toggleSector(chosen: readonly string[], code: string): string[] {
  const section = sectionOf(code);
  if (section === undefined) {
    const divisions = divisionsOf(code);
    const others = chosen.filter((other) => other !== code && !divisions.includes(other));
    return chosen.includes(code) ? others : [...others, code];
  }
  if (chosen.includes(section)) {
    const rest = divisionsOf(section).filter((division) => division !== code);
    return [...chosen.filter((other) => other !== section), ...rest];
  }
  return chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
}
