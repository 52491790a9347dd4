import type { HubDensity } from '@cluster-atlas/contract';
import type { Neighbourhood } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { SIC_2007_SECTIONS } from '../sectors/sic-2007.js';

const DIVISION_TITLES = new Map(
  SIC_2007_SECTIONS.flatMap(({ divisions }) => Object.entries(divisions)),
);

/** The matching businesses by the division of their primary sector, most first. */
export async function sectorMix(
  database: DataSource,
  { matching, primarySectors }: Neighbourhood,
): Promise<HubDensity['sectors']> {
  const counts = new Map<number, number>();
  primarySectors.forEach((sector, i) => {
    if (matching[i] === 1 && sector !== 0) counts.set(sector, (counts.get(sector) ?? 0) + 1);
  });
  const rows = await database.query<{ id: number; code: string; scheme: string }[]>(
    `SELECT sector.id, code, scheme.slug AS scheme FROM sector
     JOIN sector_scheme AS scheme ON scheme.id = scheme_id WHERE sector.id = ANY($1)`,
    [[...counts.keys()]],
  );
  const divisions = new Map<string, number>();
  for (const { id, code, scheme } of rows) {
    const division = scheme === 'uk-sic-2007' ? code.slice(0, 2) : 'SIC 2003';
    divisions.set(division, (divisions.get(division) ?? 0) + counts.get(id)!);
  }
  const total = [...divisions.values()].reduce((sum, count) => sum + count, 0);
  return [...divisions]
    .map(([code, count]) => ({
      code,
      title: DIVISION_TITLES.get(code) ?? 'Codes of the 2003 classification or without a division',
      count,
      share: count / total,
    }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
