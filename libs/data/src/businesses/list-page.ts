import type { BusinessList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseBusinesses, type FoundBusinesses } from '../analyses/business-summaries.js';
import { withName } from './with-name.js';

interface PageRequest {
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
  { name, limit, cursor = 0 }: PageRequest,
): Promise<BusinessList> {
  const named = name === undefined ? found : await withName(database, found, name);
  const { ids, eastings, northings } = named;
  const end = cursor + limit;
  return {
    total: ids.length,
    items: await summariseBusinesses(database, store, {
      ids: ids.subarray(cursor, end),
      eastings: eastings.subarray(cursor, end),
      northings: northings.subarray(cursor, end),
    }),
    nextCursor: end < ids.length ? String(end) : null,
  };
}
