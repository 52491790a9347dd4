import type { DataSource } from 'typeorm';
import type { SectorAmounts } from '../areas/sector-measures.js';

/** One year of one kind of areas, at one level of the classification. */
export interface EmploymentEdition {
  id: number;
  kind: string;
  year: number;
  /** Digits of the codes. */
  level: number;
}

/** What an area's jobs are compared with: all areas of an edition. */
export interface EmploymentTable extends SectorAmounts {
  values: Float64Array;
  base: Float64Array;
  /** Normalised codes in the order of the table. */
  areas: string[];
}

/** The 7,201 MSOA of England and Wales have 0.6 million by division, 4.4 million by class. */
const MOST_FIGURES = 2_000_000;
/** Areas times sectors. */
const MOST_CELLS = 4_000_000;

/** The editions that hold an area, the newest first, then the least deep. */
export function listEditions(database: DataSource, area: string): Promise<EmploymentEdition[]> {
  return database.query<EmploymentEdition[]>(
    `SELECT id, kind, year, level FROM employment_edition AS edition
     WHERE EXISTS (SELECT FROM employment WHERE area_code = $1 AND edition_id = edition.id)
     ORDER BY year DESC, level, id LIMIT 1000`,
    [area],
  );
}

/** Whether there are figures for any of these areas. */
export async function hasEmployment(
  database: DataSource,
  areas: readonly string[],
): Promise<boolean> {
  const [row] = await database.query<{ has: boolean }[]>(
    `SELECT EXISTS (SELECT FROM unnest($1::text[]) AS code
                    JOIN employment ON area_code = code) AS has`,
    [areas],
  );
  return row!.has;
}

/** Names the state of all figures: it changes when one of them does. */
export async function employmentState(database: DataSource): Promise<string> {
  const [row] = await database.query<{ state: string }[]>(
    `SELECT coalesce(max(id), 0)::text AS state FROM change WHERE kind = 'employment.changed'`,
  );
  return row!.state;
}

/**
 * Reads an edition, with its sectors added up to a level that is not deeper than its own.
 *
 * @throws {RangeError} if it holds too many figures
 */
export async function readEmployment(
  database: DataSource,
  edition: EmploymentEdition,
  level: number,
): Promise<EmploymentTable> {
  await checkSize(database, edition);
  const rows = await database.query<{ area: string; codes: string[]; jobs: number[] }[]>(
    `SELECT area_code AS area, array_agg(code ORDER BY code) AS codes,
            array_agg(jobs ORDER BY code) AS jobs
     FROM (
       SELECT area_code, left(code, $2) AS code, sum(jobs)::float8 AS jobs
       FROM employment JOIN sector ON sector.id = sector_id
       WHERE edition_id = $1 GROUP BY 1, 2
     ) AS figure
     GROUP BY area_code ORDER BY area_code COLLATE "C"`,
    [edition.id, level],
  );
  const codes = [...new Set(rows.flatMap((row) => row.codes))].sort();
  if (rows.length * codes.length > MOST_CELLS) throw tooMany(edition);
  const columnOf = new Map(codes.map((code, i) => [code, i]));
  const values = new Float64Array(rows.length * codes.length);
  const base = new Float64Array(codes.length);
  rows.forEach((row, area) => {
    row.codes.forEach((code, i) => {
      const column = columnOf.get(code)!;
      values[area * codes.length + column] = row.jobs[i]!;
      base[column]! += row.jobs[i]!;
    });
  });
  return {
    areas: rows.map(({ area }) => area),
    sectors: await titled(database, codes),
    values,
    base,
  };
}

async function checkSize(database: DataSource, edition: EmploymentEdition): Promise<void> {
  const [row] = await database.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM (
       SELECT FROM employment WHERE edition_id = $1 LIMIT ${MOST_FIGURES + 1}
     ) AS figure`,
    [edition.id],
  );
  if (row!.count > MOST_FIGURES) throw tooMany(edition);
}

function tooMany({ kind, year, level }: EmploymentEdition): RangeError {
  return new RangeError(
    `The figures of ${year} at ${level} digits for areas of the kind ${kind} are too many to compare: ask for a level with fewer sectors.`,
  );
}

async function titled(
  database: DataSource,
  codes: readonly string[],
): Promise<EmploymentTable['sectors']> {
  const rows = await database.query<{ code: string; title: string }[]>(
    `SELECT code, sector.title FROM sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id
     WHERE scheme.slug = 'uk-sic-2007' AND code = ANY($1)`,
    [codes],
  );
  const titles = new Map(rows.map(({ code, title }) => [code, title]));
  return codes.map((code) => ({ code, title: titles.get(code) ?? '' }));
}
