import type { AreaEmployment, AreaEmploymentQuery } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { normaliseAreaCode } from '../areas/area-code.js';
import {
  growthOf,
  measureSectors,
  sectorsOf,
  sumOf,
  type Amounts,
  type EarlierSectors,
} from '../areas/sector-measures.js';
import { NotFound } from '../not-found.js';
import { chooseEditions, type ChosenEditions } from './choose-editions.js';
import {
  hasEmployment,
  listEditions,
  type EmploymentEdition,
  type EmploymentTable,
} from './read-employment.js';

export interface EmploymentSources {
  database: DataSource;
  /** A caller may remember tables. */
  table: (edition: EmploymentEdition, level: number) => Promise<EmploymentTable>;
}

type Figures = NonNullable<AreaEmployment['figures']>;

/**
 * The jobs of an area by sector, compared with all areas of its kind.
 *
 * @throws {NotFound} if there is no such layer, or no such code in it
 * @throws {RangeError} if there are figures, but none of the year or at the level
 */
export async function describeEmployment(
  sources: EmploymentSources,
  area: { layer: string; code: string },
  query: AreaEmploymentQuery,
): Promise<AreaEmployment> {
  const { database } = sources;
  const name = await nameOfArea(database, area);
  const figureCode = normaliseAreaCode(area.code);
  const editions = await listEditions(database, figureCode);
  const about = { ...area, name, figureCode };
  if (editions.length === 0) {
    const layerHasFigures = await layerHasEmployment(database, area.layer);
    return { ...about, layerHasFigures, figures: null, definition: METHOD, warnings: [] };
  }
  const chosen = chooseEditions(editions, query);
  const { figures, warnings } = await measure(sources, figureCode, chosen);
  const levels = [...new Set(editions.map(({ level }) => level))].sort((a, b) => a - b);
  return {
    ...{ ...about, layerHasFigures: true },
    figures: { ...figures, levels, source: await sourceOf(database, chosen.now) },
    definition: { year: figures.year, since: figures.since, level: figures.level, ...METHOD },
    warnings,
  };
}

async function measure(
  { table }: EmploymentSources,
  code: string,
  { level, now, before, years }: ChosenEditions,
): Promise<{ figures: Omit<Figures, 'levels' | 'source'>; warnings: string[] }> {
  const tables = {
    now: await table(now, level),
    before: before && (await table(before, level)),
  };
  const amounts = tables.before ? withSectorsOf(tables.now, tables.before) : tables.now;
  const area = amounts.areas.indexOf(code);
  const earlier = tables.before && earlierSectors(tables.before, code, amounts.sectors);
  const measured = measureSectors(amounts, { area, before: earlier, isLayer: true });
  const { divisions: sectors, shiftShare } = measured;
  const jobs = sumOf(sectorsOf(amounts, area));
  const baseJobs = sumOf(amounts.base);
  return {
    figures: {
      ...{ year: now.year, since: before?.year ?? null, level, years, jobs, sectors, shiftShare },
      growth: earlier && growthOf(jobs, sumOf(earlier.region)),
      base: {
        ...{ jobs: baseJobs, areas: amounts.areas.length, kind: now.kind },
        growth: earlier && growthOf(baseJobs, sumOf(earlier.base)),
      },
    },
    warnings: [
      ...[now, before].flatMap((edition) => summedWarning(edition, level)),
      ...otherAreasWarning(tables),
    ],
  };
}

/** The table with columns of zeros for sectors that only the other one has. */
function withSectorsOf(table: EmploymentTable, other: EmploymentTable): EmploymentTable {
  const known = new Set(table.sectors.map(({ code }) => code));
  const added = other.sectors.filter(({ code }) => !known.has(code));
  const sectors = [...table.sectors, ...added];
  const values = new Float64Array(table.areas.length * sectors.length);
  table.areas.forEach((_, area) => values.set(sectorsOf(table, area), area * sectors.length));
  const base = new Float64Array(sectors.length);
  base.set(table.base);
  return { areas: table.areas, sectors, values, base };
}

/** Null if the area was not in it. */
function earlierSectors(
  table: EmploymentTable,
  code: string,
  sectors: EmploymentTable['sectors'],
): EarlierSectors | null {
  const area = table.areas.indexOf(code);
  if (area < 0) return null;
  const columnOf = new Map(table.sectors.map((sector, i) => [sector.code, i]));
  const inOrder = (amounts: Amounts) =>
    Float64Array.from(sectors, (sector) => amounts[columnOf.get(sector.code) ?? -1] ?? 0);
  return { region: inOrder(sectorsOf(table, area)), base: inOrder(table.base) };
}

function summedWarning(edition: EmploymentEdition | null, level: number): string[] {
  if (!edition || edition.level === level) return [];
  return [
    `The figures of ${edition.year} are added up from ${edition.level}-digit ones, each of which is rounded.`,
  ];
}

function otherAreasWarning(tables: {
  now: EmploymentTable;
  before: EmploymentTable | null;
}): string[] {
  if (!tables.before || String(tables.before.areas) === String(tables.now.areas)) return [];
  return [
    'The two years are not of the same areas, so growth of the base is of what is loaded only.',
  ];
}

const METHOD = {
  unit: 'job: employees and working owners at the place of work (BRES)',
  rounding:
    'open-access figures are rounded (to 5, 10, 25, 100 and so on, the more the larger): what is small is approximate, and a 0 may be a suppressed or rounded number',
  quotient: 'share of the sector among the jobs of the area, by its share in all areas of the kind',
  interval:
    '95 %, delta method on ln LQ; it takes each job for a chance of its own and knows no rounding, so it is too narrow where a few employers have the jobs',
  shrinkage: 'empirical Bayes towards the mean of the areas (Marshall 1991)',
};

async function nameOfArea(
  database: DataSource,
  { layer, code }: { layer: string; code: string },
): Promise<string> {
  const [row] = await database.query<{ known: boolean; name: string | null }[]>(
    `SELECT EXISTS (SELECT FROM area WHERE layer = $1) AS known,
            (SELECT name FROM area WHERE layer = $1 AND code = $2) AS name`,
    [layer, code],
  );
  if (!row!.known) throw new NotFound('area layer', layer);
  if (row!.name === null) throw new NotFound('area', code);
  return row!.name;
}

/** Of so many areas one will have figures, if any has. */
const AREAS_ASKED = 1_000;

async function layerHasEmployment(database: DataSource, layer: string): Promise<boolean> {
  const areas = await database.query<{ code: string }[]>(
    `SELECT code FROM area WHERE layer = $1 ORDER BY code LIMIT ${AREAS_ASKED}`,
    [layer],
  );
  return hasEmployment(
    database,
    areas.map(({ code }) => normaliseAreaCode(code)),
  );
}

async function sourceOf(
  database: DataSource,
  { id }: EmploymentEdition,
): Promise<Figures['source']> {
  const [row] = await database.query<Figures['source'][]>(
    `SELECT name, licence, attribution, as_of::text AS "asOf"
     FROM employment_edition AS edition JOIN source ON source.id = source_id WHERE edition.id = $1`,
    [id],
  );
  return row!;
}
