import type { BusinessFileQuery, BusinessList, BusinessListQuery } from '@cluster-atlas/contract';
import { toNationalGrid } from '@cluster-atlas/geo';
import {
  listBusinesses,
  placedInScope,
  type BusinessScope,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { exportFound } from '../exports/export-businesses.js';
import { summariseBusinesses } from './business-summaries.js';

/**
 * A page of the selected businesses, nearest first.
 *
 * @throws {RangeError} for a cursor or a place that cannot be read
 */
export async function listSelectedBusinesses(
  database: DataSource,
  store: PointStore,
  { query, selection }: { query: BusinessListQuery; selection: Selection },
): Promise<BusinessList> {
  const { limit, cursor } = query;
  const after = cursor === undefined ? null : readCursor(cursor);
  const page = listBusinesses(store, { ...scopeOf(query), after, limit }, selection);
  return {
    total: page.total,
    items: await summariseBusinesses(database, store, page),
    nextCursor: page.limited ? `${page.distances.at(-1)!}:${page.ids.at(-1)!}` : null,
  };
}

/** All businesses of the list as a table, a page at a time, in the order of their entry. */
export function exportListed(
  database: DataSource,
  store: PointStore,
  { query, selection }: { query: BusinessFileQuery; selection: Selection },
): AsyncGenerator<string> {
  return exportFound(database, placedInScope(store, scopeOf(query), selection), 'csv');
}

function scopeOf({ bbox, site, near }: BusinessFileQuery): BusinessScope {
  return {
    box: bbox ?? null,
    site:
      site === undefined ? null : readPair(site, (easting, northing) => ({ easting, northing })),
    near: middle({ near, bbox }),
  };
}

function middle({ near, bbox }: Pick<BusinessFileQuery, 'near' | 'bbox'>) {
  if (near !== undefined)
    return readPair(near, (latitude, longitude) => toNationalGrid(longitude, latitude));
  if (!bbox) return null;
  const [west, south, east, north] = bbox;
  return toNationalGrid((west + east) / 2, (south + north) / 2);
}

function readPair<Result>(text: string, make: (first: number, second: number) => Result): Result {
  const [first, second] = text.split(',').map(Number);
  return make(first!, second!);
}

function readCursor(cursor: string) {
  const [distance, id] = cursor.split(':').map(Number);
  if (!(distance! >= 0) || !Number.isInteger(id))
    throw new RangeError(`“${cursor}” is not a cursor of this list`);
  return { distance: distance!, id: id! };
}
