import type { HubDensity } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { SIC_2007_SECTIONS } from './sic-2007.js';

export interface KnownSector {
  code: string;
  title: string;
  /** Of UK SIC 2007; `SIC 2003` for a code of that one. */
  division: string;
}

const DIVISION_TITLES = new Map(
  SIC_2007_SECTIONS.flatMap(({ divisions }) => Object.entries(divisions)),
);

/** All sectors by id: about a thousand. */
export async function readSectors(database: DataSource): Promise<Map<number, KnownSector>> {
  const rows = await database.query<{ id: number; code: string; title: string; scheme: string }[]>(
    `SELECT sector.id, code, sector.title, scheme.slug AS scheme FROM sector
     JOIN sector_scheme AS scheme ON scheme.id = scheme_id`,
  );
  return new Map(
    rows.map(({ id, code, title, scheme }) => [
      id,
      { code, title, division: scheme === 'uk-sic-2007' ? code.slice(0, 2) : 'SIC 2003' },
    ]),
  );
}

/** Businesses by the division of their primary sector, most first; those without one left out. */
export function divisionMix(
  primarySectors: Iterable<number>,
  sectors: ReadonlyMap<number, KnownSector>,
): HubDensity['sectors'] {
  const divisions = new Map<string, number>();
  let total = 0;
  for (const sector of primarySectors) {
    const division = sectors.get(sector)?.division;
    if (division === undefined) continue;
    divisions.set(division, (divisions.get(division) ?? 0) + 1);
    total++;
  }
  return [...divisions]
    .map(([code, count]) => ({
      code,
      title: DIVISION_TITLES.get(code) ?? 'Codes of the 2003 classification or without a division',
      count,
      share: count / total,
    }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
