import type { DataSource, EntityManager } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { SCHEME_NAMES } from './sector-directory.js';

export interface Written {
  imported: number;
  updated: number;
  unchanged: number;
}

export interface NewSectorGroup {
  slug: string;
  name: string;
  definition: string;
  codes: readonly string[];
}

interface WriteOptions {
  /** Slug of the scheme; a new one is added. */
  scheme: string;
  actor: string;
}

/**
 * Adds sectors and gives titles to those that are there.
 *
 * In UK SIC 2007 a class that is not divided has five digits with a 0 in the register and four in
 * the classification: an untitled `62030` takes the title of `6203`.
 */
export function writeSectors(
  database: DataSource,
  titles: ReadonlyMap<string, string>,
  { scheme, actor }: WriteOptions,
): Promise<Written & { filled: number }> {
  return database.transaction(async (manager) => {
    const schemeId = await ensureScheme(manager, scheme);
    const rows = await manager.query<{ id: number; isNew: boolean }[]>(
      `INSERT INTO sector (scheme_id, code, title)
       SELECT $1, code, title FROM unnest($2::text[], $3::text[]) AS row (code, title)
       WHERE NOT EXISTS (SELECT 1 FROM sector AS known WHERE known.scheme_id = $1
                           AND known.code = row.code AND known.title = row.title)
       ON CONFLICT (scheme_id, code) DO UPDATE SET title = excluded.title
       WHERE sector.title <> excluded.title
       RETURNING id, xmax = 0 AS "isNew"`,
      [schemeId, [...titles.keys()], [...titles.values()]],
    );
    const [filled] = await manager.query<[{ id: number }[], number]>(
      `UPDATE sector SET title = class.title FROM sector AS class
       WHERE sector.scheme_id = $1 AND class.scheme_id = $1 AND sector.title = ''
         AND sector.code LIKE '____0' AND class.code = left(sector.code, 4) AND class.title <> ''
       RETURNING sector.id`,
      [schemeId],
    );
    const entityIds = [...rows, ...filled].map(({ id }) => id);
    await recordChange(manager, { actor, kind: 'sector.changed', entityIds });
    return { ...counted(rows, titles.size), filled: filled.length };
  });
}

/** Adds sector groups and updates those whose slug is known. */
export function writeSectorGroups(
  database: DataSource,
  groups: readonly NewSectorGroup[],
  { scheme, actor }: WriteOptions,
): Promise<Written> {
  return database.transaction(async (manager) => {
    const schemeId = await ensureScheme(manager, scheme);
    const rows: { id: number; isNew: boolean }[] = [];
    for (const { slug, name, definition, codes } of groups) {
      rows.push(
        ...(await manager.query<typeof rows>(
          `INSERT INTO sector_group (scheme_id, slug, name, definition, codes)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (slug) DO UPDATE
           SET scheme_id = excluded.scheme_id, name = excluded.name,
               definition = excluded.definition, codes = excluded.codes
           WHERE (sector_group.scheme_id, sector_group.name, sector_group.definition, sector_group.codes)
             IS DISTINCT FROM (excluded.scheme_id, excluded.name, excluded.definition, excluded.codes)
           RETURNING id, xmax = 0 AS "isNew"`,
          [schemeId, slug, name, definition, codes],
        )),
      );
    }
    const entityIds = rows.map(({ id }) => id);
    await recordChange(manager, { actor, kind: 'sector-group.changed', entityIds });
    return counted(rows, groups.length);
  });
}

async function ensureScheme(manager: EntityManager, slug: string): Promise<number> {
  const name = Object.entries(SCHEME_NAMES).find(([known]) => known === slug)?.[1] ?? slug;
  const [row] = await manager.query<{ id: number }[]>(
    `INSERT INTO sector_scheme (slug, name) VALUES ($1, $2)
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id`,
    [slug, name],
  );
  return row!.id;
}

function counted(rows: readonly { isNew: boolean }[], all: number): Written {
  const imported = rows.filter(({ isNew }) => isNew).length;
  return { imported, updated: rows.length - imported, unchanged: all - rows.length };
}
