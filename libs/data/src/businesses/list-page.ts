import type { BusinessList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseBusinesses, type FoundBusinesses } from '../analyses/business-summaries.js';
import { withName } from './with-name.js';

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
  const { places, ...page } = await pageOf(database, found.ids, request);
  return { ...page, items: await summariseBusinesses(database, store, foundAt(found, places)) };
}

/**
 * Which of the businesses are on a page: their places in `ids`.
 *
 * @throws {RangeError} if there are too many to look for a name
 */
export async function pageOf(
  database: DataSource,
  ids: Uint32Array,
  { name, limit, cursor = 0 }: PageRequest,
): Promise<{ places: Uint32Array; total: number; nextCursor: string | null }> {
  const named =
    name === undefined ? Uint32Array.from(ids.keys()) : await withName(database, ids, name);
  const end = cursor + limit;
  return {
    places: named.subarray(cursor, end),
    total: named.length,
    nextCursor: end < named.length ? String(end) : null,
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
