import { requiredText } from './register-fields.js';
import { RowFault } from './register-row.js';

/** Columns that hold a code and its title; a lookup table has one pair for each level. */
export interface TitleColumns {
  kind: 'titles';
  pairs: { code: number; title: number }[];
}

export interface GroupColumns {
  kind: 'groups';
  group: number;
  code: number;
}

/**
 * Recognises a classification (codes and titles, at one level or several) or a list of sector
 * groups (a group and a code in each row) by its header.
 *
 * @throws {RangeError} if it is neither
 */
export function recogniseSectorTable(
  file: string,
  header: readonly string[],
): TitleColumns | GroupColumns {
  const plain = header.map((name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/string$/, ''),
  );
  const column = (pattern: RegExp) => plain.findIndex((name) => pattern.test(name));
  const group = column(/^(sector|group)(group)?(name)?$/);
  const code = column(/^(sic|code|class)(2007)?(code)?$|^industrialclassification(\d{4})?$/);
  if (group >= 0 && code >= 0) return { kind: 'groups', group, code };
  const pairs = levelPairs(plain);
  if (pairs.length > 0) return { kind: 'titles', pairs };
  const title = column(/^(name|title|description|label)$/);
  if (code >= 0 && title >= 0) return { kind: 'titles', pairs: [{ code, title }] };
  throw new RangeError(
    `${file} needs a code and a title, or a sector group and a code (${header.join(', ')})`,
  );
}

/** `SIC_3DIGIT_CODE` with `SIC_3DIGIT_NAME`, and so on; a section goes by its letter. */
function levelPairs(plain: readonly string[]): TitleColumns['pairs'] {
  return plain.flatMap((name, code) => {
    const prefix = /^(.+)(code|letter)$/.exec(name)?.[1];
    if (prefix === undefined) return [];
    if (name.endsWith('code') && plain.includes(`${prefix}letter`)) return [];
    const titles = ['name', 'title', 'description'].map((end) => plain.indexOf(prefix + end));
    const title = titles.find((index) => index >= 0);
    return title === undefined ? [] : [{ code, title }];
  });
}

/** `01.11`, `1.11`, `01110`, `01.11/0`, `01` or a section's letter. */
const UK_SIC = /^(?:[A-U]|\d{1,2}(?:\.\d{1,2}(?:\/\d)?)?|\d{3,5})$/;

/**
 * A code without dots; a division gets back the zero that it may have lost.
 *
 * @throws {RowFault} if it is no code
 */
export function sectorCode(field: string | undefined, scheme: string): string {
  const text = requiredText(field, 'code', 20).toUpperCase();
  if (!scheme.startsWith('uk-sic-')) return text.replace(/[./]/g, '');
  if (!UK_SIC.test(text)) throw new RowFault(`“${text}” is not a SIC code`);
  const [division, rest = ''] = text.split('.') as [string, string?];
  return (/^\d$/.test(division) ? `0${division}` : division) + rest.replace('/', '');
}

/** Titles that repeat their code (`62 : Computer programming`) lose it. */
export function sectorTitle(field: string | undefined): string {
  const title = requiredText(field, 'title', 500).replace(/^[A-Z0-9./]{1,8} : /, '');
  return title.replace(/\s{2,}/g, ' ');
}
