/** The forms of an outcode, by length: 1 stands for a digit, A for a letter. */
const FORMS: Readonly<Record<number, readonly string[]>> = {
  2: ['A1'],
  3: ['AA1', 'A11', 'A1A'],
  4: ['AA11', 'AA1A'],
};

/** No I, J or Z stands second in an area; no district starts with 0 unless it is 0. */
const OUTCODE = /^[A-Z][A-HK-Y]?(\d|[1-9]\d|\d[A-HJKMNP-Y])$/;

/** Kept by the registers though they follow no form: Girobank, and Newport before 1984. */
const IRREGULAR_OUTCODES = new Set(['GIR', 'NPT']);

/**
 * A British postcode in its usual writing, or null where none can be read.
 *
 * Drops everything but letters and digits, and takes O for 0, 0 for O and I for 1 where the
 * position leaves no choice (`CRO 1JB` is `CR0 1JB`). Says nothing about existence.
 *
 * Source: Royal Mail (2024), Programmers' Guide to the Postcode Address File, postcode formats.
 */
export function normalisePostcode(text: string): string | null {
  const characters = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (characters.length < 5 || characters.length > 7) return null;
  const inward = repair(characters.slice(-3, -2), '1') + characters.slice(-2);
  const outcode = readOutcode(characters.slice(0, -3));
  if (outcode === null || !/^\d[A-Z]{2}$/.test(inward)) return null;
  return `${outcode} ${inward}`;
}

/** `S11 9` of `S11 9PA`; the postcode as `normalisePostcode` writes it. */
export function postcodeSector(postcode: string): string {
  return postcode.slice(0, -2);
}

/** `S11` of `S11 9PA`; the postcode as `normalisePostcode` writes it. */
export function postcodeOutcode(postcode: string): string {
  return postcode.slice(0, -4);
}

function readOutcode(text: string): string | null {
  if (IRREGULAR_OUTCODES.has(text)) return text;
  for (const form of FORMS[text.length] ?? []) {
    const outcode = repair(text, form);
    if (fits(outcode, form) && OUTCODE.test(outcode)) return outcode;
  }
  return null;
}

/** Swaps the look-alikes that the form does not allow where they stand. */
function repair(text: string, form: string): string {
  let repaired = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (form[i] === 'A') repaired += character === '0' ? 'O' : character;
    else repaired += character === 'O' ? '0' : character === 'I' ? '1' : character;
  }
  return repaired;
}

function fits(text: string, form: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (/\d/.test(text[i]!) !== (form[i] === '1')) return false;
  }
  return true;
}
