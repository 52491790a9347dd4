import type { DataSource } from 'typeorm';
import { SIC_2007_SECTIONS } from './sic-2007.js';

/** A way to group sectors: numbers from 1 by sector id, and what each number stands for. */
export interface SectorGrouping {
  groupOf: Uint16Array;
  groups: { value: string; label: string }[];
}

export interface SectorGroupings {
  sections: SectorGrouping;
  divisions: SectorGrouping;
  /** One for each named group, because they overlap. */
  named: SectorGrouping[];
}

/** How the facets group the sectors of UK SIC 2007. */
export async function readSectorGroupings(database: DataSource): Promise<SectorGroupings> {
  const sectors = await database.query<{ id: number; code: string }[]>(
    `SELECT sector.id, code FROM sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id
     WHERE scheme.slug = 'uk-sic-2007' AND code ~ '^[0-9]' ORDER BY sector.id`,
  );
  const named = await database.query<{ slug: string; name: string; codes: string[] }[]>(
    `SELECT slug, name, codes FROM sector_group ORDER BY name`,
  );
  const group = (
    groups: { value: string; label: string; codes: readonly string[] }[],
  ): SectorGrouping => {
    const groupOf = new Uint16Array((sectors.at(-1)?.id ?? 0) + 1);
    for (const { id, code } of sectors) {
      groupOf[id] =
        1 + groups.findIndex(({ codes }) => codes.some((prefix) => code.startsWith(prefix)));
    }
    return { groupOf, groups: groups.map(({ value, label }) => ({ value, label })) };
  };
  const divisions = SIC_2007_SECTIONS.flatMap((section) => Object.entries(section.divisions));
  return {
    sections: group(
      SIC_2007_SECTIONS.map((section) => ({
        value: section.letter,
        label: section.title,
        codes: Object.keys(section.divisions),
      })),
    ),
    divisions: group(
      divisions.map(([code, title]) => ({ value: code, label: title, codes: [code] })),
    ),
    named: named.map(({ slug, name, codes }) => group([{ value: slug, label: name, codes }])),
  };
}
