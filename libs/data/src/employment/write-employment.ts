import type { DataSource, EntityManager } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { retryConflicts } from '../imports/retry-conflicts.js';
import type { SectorDirectory } from '../sectors/sector-directory.js';

export interface NewEmployment {
  /** Normalised code of the area. */
  area: string;
  /** Of the area, for example `itl2`. */
  kind: string;
  year: number;
  /** Of SIC 2007, 2 to 5 digits. */
  sector: string;
  title: string;
  jobs: number;
}

export interface WrittenEmployment {
  imported: number;
  updated: number;
  unchanged: number;
  /** A newer file has said otherwise. */
  older: number;
}

export interface EmploymentWriting {
  sourceId: number;
  /** ISO date of the file. */
  asOf: string;
  actor: string;
  /** One for all batches of an import. */
  sectors: SectorDirectory;
  isDryRun: boolean;
}

type Fate = keyof WrittenEmployment;

/** Writes one batch in one transaction; each area, year and sector once. */
export async function writeEmployment(
  database: DataSource,
  figures: readonly NewEmployment[],
  writing: EmploymentWriting,
): Promise<WrittenEmployment> {
  if (writing.isDryRun) return countFates(await fatesOf(database.manager, figures, writing.asOf));
  const { sectors } = writing;
  await sectors.add(
    figures.map(({ sector: code, title }) => ({ scheme: 'uk-sic-2007', code, title })),
  );
  return retryConflicts(() =>
    database.transaction(async (manager) => {
      const fates = await fatesOf(manager, figures, writing.asOf);
      const changed = figures.filter((_, i) => fates[i] === 'imported' || fates[i] === 'updated');
      const editions = await writeEditions(manager, changed, writing);
      await manager.query(
        `INSERT INTO employment (edition_id, area_code, sector_id, jobs)
         SELECT * FROM unnest($1::integer[], $2::text[], $3::integer[], $4::integer[])
         ON CONFLICT (edition_id, area_code, sector_id) DO UPDATE SET jobs = excluded.jobs`,
        [
          changed.map((figure) => editions.get(editionKey(figure))!),
          changed.map(({ area }) => area),
          changed.map(({ sector: code }) => sectors.id({ scheme: 'uk-sic-2007', code, title: '' })),
          changed.map(({ jobs }) => jobs),
        ],
      );
      await recordChange(manager, {
        actor: writing.actor,
        kind: 'employment.changed',
        entityIds: [...editions.values()],
      });
      return countFates(fates);
    }),
  );
}

/** What becomes of each figure, in their order. */
async function fatesOf(
  manager: EntityManager,
  figures: readonly NewEmployment[],
  asOf: string,
): Promise<Fate[]> {
  const rows = await manager.query<{ held: number | null; editionDate: string | null }[]>(
    `SELECT held.jobs AS held, edition.as_of::text AS "editionDate"
     FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[])
            WITH ORDINALITY AS given (kind, year, area, code, position)
     LEFT JOIN employment_edition AS edition
       ON edition.kind = given.kind AND edition.year = given.year AND level = length(given.code)
     LEFT JOIN (sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id AND slug = 'uk-sic-2007')
       ON sector.code = given.code
     LEFT JOIN employment AS held
       ON edition_id = edition.id AND area_code = given.area AND sector_id = sector.id
     ORDER BY position`,
    [
      figures.map(({ kind }) => kind),
      figures.map(({ year }) => year),
      figures.map(({ area }) => area),
      figures.map(({ sector }) => sector),
    ],
  );
  return rows.map(({ held, editionDate }, i) => {
    if (held === figures[i]!.jobs) return 'unchanged';
    if (editionDate !== null && editionDate > asOf) return 'older';
    return held === null ? 'imported' : 'updated';
  });
}

function countFates(fates: readonly Fate[]): WrittenEmployment {
  const counts: WrittenEmployment = { imported: 0, updated: 0, unchanged: 0, older: 0 };
  for (const fate of fates) counts[fate]++;
  return counts;
}

function editionKey({ kind, year, sector }: NewEmployment): string {
  return `${kind}/${year}/${sector.length}`;
}

/** @returns ids by `editionKey` */
async function writeEditions(
  manager: EntityManager,
  figures: readonly NewEmployment[],
  { sourceId, asOf }: EmploymentWriting,
): Promise<Map<string, number>> {
  const editions = [...new Map(figures.map((figure) => [editionKey(figure), figure])).values()];
  const rows = await manager.query<{ id: number; key: string }[]>(
    `INSERT INTO employment_edition (kind, year, level, source_id, as_of)
     SELECT row.*, $4::integer, $5::date FROM unnest($1::text[], $2::smallint[], $3::smallint[]) AS row
     ORDER BY 1, 2, 3
     ON CONFLICT (kind, year, level)
     DO UPDATE SET as_of = greatest(employment_edition.as_of, excluded.as_of)
     RETURNING id, kind || '/' || year || '/' || level AS key`,
    [
      editions.map(({ kind }) => kind),
      editions.map(({ year }) => year),
      editions.map(({ sector }) => sector.length),
      sourceId,
      asOf,
    ],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
