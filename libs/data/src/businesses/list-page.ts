import type { BusinessList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseBusinesses, type FoundBusinesses } from '../analyses/business-summaries.js';

/** A page of businesses that were found; `cursor` counts those of the pages before. */
export async function listPage(
  { database, store }: { database: DataSource; store: PointStore },
  { ids, eastings, northings }: FoundBusinesses,
  { limit, cursor = 0 }: { limit: number; cursor?: number | undefined },
): Promise<BusinessList> {
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
