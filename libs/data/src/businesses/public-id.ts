import { randomBytes } from 'node:crypto';

/** Crockford's base 32, then the five further symbols that only a mod-37 check character uses. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const LENGTH = 12;

/**
 * New public ids: 12 random characters (60 bits) and a check character each.
 *
 * Source: D. Crockford, Base 32, https://www.crockford.com/base32.html
 */
export function newPublicIds(count: number): string[] {
  const bytes = randomBytes(count * LENGTH); // asking once for each would take longer than the rest
  return Array.from({ length: count }, (_, i) =>
    publicIdFrom(bytes.subarray(i * LENGTH, (i + 1) * LENGTH)),
  );
}

/** The public id of 12 numbers; of each the lowest five bits count. */
export function publicIdFrom(numbers: Iterable<number>): string {
  let characters = '';
  for (const number of numbers) characters += SYMBOLS[number & 31];
  return characters + checkCharacter(characters);
}

/** Whether text is a public id with a right check character; dashes and lower case are read too. */
export function isPublicId(text: string): boolean {
  const plain = text.toUpperCase().replaceAll('-', '');
  const characters = plain.slice(0, LENGTH);
  const isBase32 = /^[0-9A-HJKMNP-TV-Z]{12}$/.test(characters);
  return plain.length === LENGTH + 1 && isBase32 && plain[LENGTH] === checkCharacter(characters);
}

/** The 60-bit number modulo 37. */
function checkCharacter(characters: string): string {
  let remainder = 0;
  for (const character of characters) {
    remainder = (remainder * 32 + SYMBOLS.indexOf(character)) % 37;
  }
  return SYMBOLS[remainder]!;
}
