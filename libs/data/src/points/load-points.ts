import { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { readBusinesses } from './read-businesses.js';

const PAGE_BUSINESSES = 20_000;

/** Reads every business into a new store, a page at a time. */
export async function loadPoints(database: DataSource): Promise<PointStore> {
  const store = new PointStore();
  const [row] = await database.query<{ last: number | null }[]>(
    `SELECT max(id) AS last FROM business`,
  );
  for (let from = 0; from < (row?.last ?? 0); from += PAGE_BUSINESSES) {
    const businesses = await readBusinesses(database, {
      chosen: (column) => `${column} > $1 AND ${column} <= $2`,
      parameters: [from, from + PAGE_BUSINESSES],
    });
    for (const business of businesses) store.put(business);
  }
  store.exemptMassAddresses(await postcodesInsideHubs(database));
  store.arrange();
  return store;
}

/**
 * Brings the store up to date for some businesses; those that no longer exist leave it. The others
 * keep their places in its columns, so that what was found by place, such as the area of each
 * location, stays right for whoever has not moved.
 */
export async function reloadPoints(
  database: DataSource,
  store: PointStore,
  ids: readonly number[],
): Promise<void> {
  const businesses = Array.from(
    await readBusinesses(database, {
      chosen: (column) => `${column} = ANY($1)`,
      parameters: [ids],
    }),
  );
  const gone = new Set(ids);
  for (const { id } of businesses) gone.delete(id);
  for (const id of gone) store.remove(id);
  for (const business of businesses) store.put(business);
}

/** Many firms inside a hub are no formation agent's work. */
async function postcodesInsideHubs(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ postcode: string }[]>(
    `SELECT DISTINCT location.postcode FROM hub
     JOIN business_location AS location ON ST_Intersects(hub.boundary, location.position)
     WHERE hub.boundary IS NOT NULL AND location.postcode IS NOT NULL`,
  );
  return rows.map(({ postcode }) => postcode);
}
