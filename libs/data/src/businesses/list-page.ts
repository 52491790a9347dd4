import type { BusinessList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseBusinesses, type FoundBusinesses } from '../analyses/business-summaries.js';
import { exportFound } from '../exports/export-businesses.js';
import { namedAs } from './with-name.js';

export interface PageRequest {
  /** In their name. */
  name?: string | undefined;
  limit: number;
  /** Counts the businesses of the pages before. */
  cursor?: number | undefined;
}

/**
 * A page of businesses that were found.
 *
 * @throws {RangeError} if there are too many to look for a name
 */
export async function listPage(
  { database, store }: { database: DataSource; store: PointStore },
  found: FoundBusinesses,
  request: PageRequest,
): Promise<BusinessList> {
  const { places, ...page } = pageOf(await namedAs(database, found.ids, request.name), request);
  return { ...page, items: await summariseBusinesses(database, store, foundAt(found, places)) };
}

/**
 * The same as a table, not in pages.
 *
 * @throws {RangeError} if there are too many to look for a name
 */
export async function* exportNamed(
  database: DataSource,
  found: FoundBusinesses,
  name: string | undefined,
): AsyncGenerator<string> {
  const places = await namedAs(database, found.ids, name);
  yield* exportFound(database, foundAt(found, places), 'csv');
}

/** The part of what is listed that is on a page. */
export function pageOf(
  listed: Uint32Array,
  { limit, cursor = 0 }: Pick<PageRequest, 'limit' | 'cursor'>,
): { places: Uint32Array; total: number; nextCursor: string | null } {
  const end = cursor + limit;
  return {
    places: listed.subarray(cursor, end),
    total: listed.length,
    nextCursor: end < listed.length ? String(end) : null,
  };
}

export function foundAt(
  { ids, eastings, northings }: FoundBusinesses,
  places: Uint32Array,
): FoundBusinesses {
  return {
    ids: places.map((at) => ids[at]!),
    eastings: Float64Array.from(places, (at) => eastings[at]!),
    northings: Float64Array.from(places, (at) => northings[at]!),
  };
}
