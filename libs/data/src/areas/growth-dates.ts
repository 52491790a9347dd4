import type { AreaQuery } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { firstEdition } from '../analyses/date-warnings.js';
import { isoDate } from '../analyses/selection.js';

const USUAL_YEARS = 5;

/** The earlier date that growth is measured from; null, and why, where it would mislead. */
export interface GrowthDates {
  /** Days since 1970-01-01. */
  since: number | null;
  warnings: string[];
}

/**
 * Growth is told only between dates of which the loaded editions tell: earlier ones know survivors
 * alone, and everything seems to grow.
 *
 * @param date days since 1970-01-01
 * @throws {RangeError} if the earlier date asked for is not earlier
 */
export async function growthDates(
  database: DataSource,
  query: Pick<AreaQuery, 'since'>,
  date: number,
): Promise<GrowthDates> {
  const since = query.since === undefined ? yearsBefore(date, USUAL_YEARS) : dayOf(query.since);
  if (since >= date) {
    throw new RangeError(`since (${isoDate(since)}) is not before the date (${isoDate(date)})`);
  }
  const edition = await firstEdition(database);
  if (edition && since >= edition.day) return { since, warnings: [] };
  const reason = edition
    ? `${isoDate(since)} is before the first loaded edition (${edition.date}), which holds no business that had closed by then`
    : 'nothing is loaded';
  return { since: null, warnings: [`No growth is told: ${reason}.`] };
}

function dayOf(isoText: string): number {
  return Date.parse(isoText) / 86_400_000;
}

/** @param day since 1970-01-01; 29 February becomes 1 March in a common year */
export function yearsBefore(day: number, years: number): number {
  const date = new Date(`${isoDate(day)}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return Math.floor(date.getTime() / 86_400_000);
}
