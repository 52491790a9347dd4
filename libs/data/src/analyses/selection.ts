import type { SelectionQuery } from '@cluster-atlas/contract';
import type { Selection } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';
import { SIC_2007_SECTIONS } from '../sectors/sic-2007.js';

const MILLISECONDS_PER_DAY = 86_400_000;

/** @param day since 1970-01-01 */
export function isoDate(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** @returns days since 1970-01-01 */
export function dayOf(isoDay: string): number {
  return Math.floor(Date.parse(isoDay) / MILLISECONDS_PER_DAY);
}

/** The selection that a query asks for, with sector codes and groups looked up. */
export async function resolveSelection(
  database: DataSource,
  query: SelectionQuery,
): Promise<Selection> {
  const date = query.date === undefined ? Date.now() : Date.parse(query.date);
  return {
    sectors: await matchingSectors(database, query),
    primaryOnly: query.primaryOnly,
    sizeBands: query.sizeBands ?? null,
    status: query.status ?? null,
    location: query.location,
    date: Math.floor(date / MILLISECONDS_PER_DAY),
    massAddresses: query.massAddresses,
  };
}

async function matchingSectors(
  database: DataSource,
  { sectors, sectorGroup }: SelectionQuery,
): Promise<Uint8Array | null> {
  if (sectors === undefined && sectorGroup === undefined) return null;
  const prefixes = (sectors ?? []).flatMap(codePrefixes);
  if (sectorGroup !== undefined) prefixes.push(...(await groupCodes(database, sectorGroup)));
  const rows = await database.query<{ id: number; code: string }[]>(
    `SELECT sector.id, code FROM sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id
     WHERE scheme.slug = 'uk-sic-2007' ORDER BY sector.id DESC`,
  );
  const matches = new Uint8Array((rows[0]?.id ?? 0) + 1);
  for (const { id, code } of rows) {
    if (prefixes.some((prefix) => code.startsWith(prefix))) matches[id] = 1;
  }
  return matches;
}

/** `J` is its divisions, `62.01` is 6201, and the 1 of a spreadsheet is division 01. */
function codePrefixes(code: string): string[] {
  if (/^[a-z]$/i.test(code)) {
    const section = SIC_2007_SECTIONS.find(({ letter }) => letter === code.toUpperCase());
    return Object.keys(section?.divisions ?? {});
  }
  const digits = code.replace(/[./]/g, '');
  return [digits.length === 1 ? `0${digits}` : digits];
}

async function groupCodes(database: DataSource, slug: string): Promise<string[]> {
  const [group] = await database.query<{ codes: string[] }[]>(
    `SELECT codes FROM sector_group WHERE slug = $1`,
    [slug],
  );
  if (!group) throw new NotFound('sector group', slug);
  return group.codes;
}
