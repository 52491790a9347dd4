/** Kinds of areas by the beginning of a code of the Office for National Statistics. */
const ONS_KINDS: readonly [prefix: RegExp, kind: string][] = [
  [/^(E0[6-9]|W06|S12|N09)/, 'district'],
  [/^(E12|W92|S92|N92)/, 'region'],
  [/^E1[01]/, 'county'],
  [/^E47/, 'combined-authority'],
  [/^(E02|W02|S02)/, 'msoa'],
  [/^(E01|W01|S01)/, 'lsoa'],
  [/^(E05|W05|S13|N08)/, 'ward'],
  [/^(E14|W07|S14|N0[56])/, 'constituency'],
  [/^(E37|E38)/, 'enterprise-partnership'],
  [/^E92/, 'country'],
  [/^K0/, 'union'],
];

/**
 * One spelling of an area's code, by which figures and boundaries find one another: capitals, and
 * the regions that Eurostat called `UKD3` as the ITL of 2021 call them, `TLD3`.
 */
export function normaliseAreaCode(text: string): string {
  const code = text.trim().toUpperCase();
  return /^UK[C-N]([0-9][0-9A-Z]?)?$/.test(code) ? `TL${code.slice(2)}` : code;
}

/**
 * Which areas are of one kind, so that together they are the whole: `itl1` to `itl3`, `district`,
 * `msoa` and the like; `other` of codes that nothing is known of.
 *
 * @param code normalised
 */
export function kindOfArea(code: string): string {
  if (/^TL[C-N][0-9A-Z]{0,2}$/.test(code)) return `itl${code.length - 2}`;
  if (!/^[A-Z]\d{8}$/.test(code)) return 'other';
  return ONS_KINDS.find(([prefix]) => prefix.test(code))?.[1] ?? code.slice(0, 3);
}
