import type { DataSource } from 'typeorm';
import { SectorDirectory } from './sector-directory.js';
import { SECTOR_GROUPS } from './sector-groups.js';
import { SIC_2007_SECTIONS } from './sic-2007.js';

/** Adds the built-in sectors and sector groups; leaves what is there. */
export async function installTaxonomy(database: DataSource): Promise<void> {
  const sectors = SIC_2007_SECTIONS.flatMap(({ letter, title, divisions }) => [
    { scheme: 'uk-sic-2007' as const, code: letter, title },
    ...Object.entries(divisions).map(([code, name]) => ({
      scheme: 'uk-sic-2007' as const,
      code,
      title: name,
    })),
  ]);
  await new SectorDirectory(database).add(sectors);
  for (const { slug, name, definition, codes } of SECTOR_GROUPS) {
    await database.query(
      `INSERT INTO sector_group (scheme_id, slug, name, definition, codes)
       SELECT id, $1, $2, $3, $4 FROM sector_scheme WHERE slug = 'uk-sic-2007'
       ON CONFLICT (slug) DO UPDATE SET codes = excluded.codes, definition = excluded.definition`,
      [slug, name, definition, codes],
    );
  }
}
