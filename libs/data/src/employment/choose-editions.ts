import type { AreaEmploymentQuery } from '@cluster-atlas/contract';
import type { EmploymentEdition } from './read-employment.js';

export interface ChosenEditions {
  /** Digits of the codes that both years are told at. */
  level: number;
  now: EmploymentEdition;
  /** Null where there is no earlier year. */
  before: EmploymentEdition | null;
  /** With figures at the level, the newest first. */
  years: number[];
}

const USUAL_YEARS = 5;

/**
 * Which figures answer a question: of each year the least deep edition that has the level.
 *
 * @param editions of the area, by year from the newest, then by level
 * @throws {RangeError} if there are none of the year or at the level that is asked for
 */
export function chooseEditions(
  editions: readonly EmploymentEdition[],
  query: AreaEmploymentQuery,
): ChosenEditions {
  const level = levelOf(editions, query);
  const byYear = new Map<number, EmploymentEdition>();
  for (const edition of editions) {
    if (edition.level >= level && !byYear.has(edition.year)) byYear.set(edition.year, edition);
  }
  const years = [...byYear.keys()];
  const find = (year: number) => {
    const edition = byYear.get(year);
    if (edition) return edition;
    const known = years.length > 0 ? `of ${years.join(', ')}` : 'of no year';
    throw new RangeError(`There are no figures of ${year} at ${level} digits, but ${known}.`);
  };
  const now = find(query.year ?? years[0] ?? editions[0]!.year);
  const since = query.since ?? usualSince(years, now.year);
  if (since !== null && since >= now.year) {
    throw new RangeError(`since (${since}) is not before the year (${now.year})`);
  }
  return { level, now, before: since === null ? null : find(since), years };
}

/** The deepest is that of the year, or of the newest one. */
function levelOf(editions: readonly EmploymentEdition[], query: AreaEmploymentQuery): number {
  if (query.level !== 'deepest') return Number(query.level);
  const year = query.year ?? editions[0]!.year;
  return editions.findLast((edition) => edition.year === year)?.level ?? 2;
}

/** The years descend: the last that is not too early. */
function usualSince(years: readonly number[], now: number): number | null {
  return years.findLast((year) => year < now && year >= now - USUAL_YEARS) ?? null;
}
