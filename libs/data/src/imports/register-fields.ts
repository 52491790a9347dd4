import { RowFault, type SectorReference } from './register-row.js';

/**
 * Empty, and the `NA` that R writes for it, are nothing.
 *
 * @throws {RowFault} if it holds a NUL character, which no database text can
 */
export function optionalText(field: string | undefined): string | null {
  const text = field?.trim() ?? '';
  if (text === '' || text === 'NA') return null;
  if (text.includes('\0')) throw new RowFault('a field holds a NUL character');
  return text;
}

/** @throws {RowFault} if the field is longer than `longest` characters */
export function limitedText(
  field: string | undefined,
  what: string,
  longest: number,
): string | null {
  const text = optionalText(field);
  if (text !== null && text.length > longest) {
    throw new RowFault(`the ${what} has ${text.length} characters; at most ${longest} are allowed`);
  }
  return text;
}

/** @throws {RowFault} if the field is empty or longer than `longest` characters */
export function requiredText(field: string | undefined, what: string, longest: number): string {
  const text = limitedText(field, what, longest);
  if (text === null) throw new RowFault(`the ${what} is missing`);
  return text;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads `dd/mm/yyyy` or `yyyy-mm-dd`.
 *
 * @returns the ISO date
 * @throws {RowFault} if it is neither, or no such day exists
 */
export function optionalDate(field: string | undefined, what: string): string | null {
  const text = optionalText(field);
  if (text === null) return null;
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = british
    ? [british[3]!, british[2]!, british[1]!]
    : [iso?.[1] ?? '', iso?.[2] ?? '', iso?.[3] ?? ''];
  if (
    Number(year) < 1000 ||
    Number(day) < 1 ||
    Number(day) > (DAYS_IN_MONTH[Number(month) - 1] ?? 0)
  ) {
    throw new RowFault(`the ${what} “${shorten(text)}” is not a date (dd/mm/yyyy or yyyy-mm-dd)`);
  }
  if (month === '02' && day === '29' && new Date(`${year}-02-29`).getUTCMonth() !== 1) {
    throw new RowFault(`the ${what} “${text}” is not a date: ${year} is no leap year`);
  }
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Upper-cases a company number and gives back the leading zeros that a spreadsheet took.
 *
 * @throws {RowFault} if it is missing or cannot be a company number
 */
export function companyNumber(field: string | undefined): string {
  const text = requiredText(field, 'company number', 40).toUpperCase().replaceAll(' ', '');
  const number = /^\d+$/.test(text) ? text.padStart(8, '0') : text;
  if (!/^([A-Z]{2}[A-Z0-9]{6}|[A-Z]\d{7}|\d{8})$/.test(number)) {
    throw new RowFault(`“${shorten(text)}” is not a company number (8 characters)`);
  }
  return number;
}

/** Null for what cannot be one, such as the `none` of a sole trader; for zeros as well. */
export function optionalCompanyNumber(field: string | undefined): string | null {
  try {
    const number = companyNumber(field);
    return /^0+$/.test(number) ? null : number;
  } catch {
    return null;
  }
}

/**
 * Reads a SIC text such as `62012 - Business and domestic software development`. Four digits before
 * a text are an old SIC 2003 class; a bare number of four or fewer lost a leading zero or a level.
 *
 * @returns null for `None Supplied`
 */
export function sectorReference(field: string | undefined): SectorReference | null {
  const text = optionalText(field);
  if (text === null) return null;
  const match = /^(\d{2,5})\s+-\s+(.*)$/.exec(text);
  if (match) {
    const [, code, title] = match as unknown as [string, string, string];
    return { scheme: code.length === 5 ? 'uk-sic-2007' : 'uk-sic-2003', code, title: title.trim() };
  }
  const code = text.replace(/[./]/g, '');
  if (!/^\d{2,5}$/.test(code)) return null;
  return { scheme: 'uk-sic-2007', code, title: '' };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
