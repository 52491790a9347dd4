import { PointStore, type StoredBusiness } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { postcodesInsideHubs } from '../hubs/inside-hubs.js';
import { readBusinesses } from './read-businesses.js';

const PAGE_BUSINESSES = 20_000;
const MOST_FAULTS_TOLD = 5;

type Warn = (warning: string) => void;

function warnProcess(warning: string): void {
  process.emitWarning(warning);
}

/**
 * Reads every business into a new store, a page at a time.
 *
 * @param warn told of the businesses that the store cannot hold
 */
export async function loadPoints(
  database: DataSource,
  warn: Warn = warnProcess,
): Promise<PointStore> {
  const store = new PointStore();
  const [row] = await database.query<{ last: number | null }[]>(
    `SELECT max(id) AS last FROM business`,
  );
  for (let from = 0; from < (row?.last ?? 0); from += PAGE_BUSINESSES) {
    const businesses = await readBusinesses(database, {
      chosen: (column) => `${column} > $1 AND ${column} <= $2`,
      parameters: [from, from + PAGE_BUSINESSES],
    });
    putEach(store, businesses, warn);
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
  const exempt = await postcodesInsideHubs(database);
  const gone = new Set(ids);
  for (const { id } of businesses) gone.delete(id);
  for (const id of gone) store.remove(id);
  putEach(store, businesses, warnProcess);
  store.exemptMassAddresses(exempt);
}

/** One that the store cannot hold stays out of maps and figures, which are kept of all the others. */
function putEach(store: PointStore, businesses: Iterable<StoredBusiness>, warn: Warn): void {
  const faults: string[] = [];
  for (const business of businesses) {
    try {
      store.put(business);
    } catch (fault) {
      if (!(fault instanceof RangeError)) throw fault;
      faults.push(fault.message);
      store.remove(business.id);
    }
  }
  if (faults.length === 0) return;
  const listed = faults.slice(0, MOST_FAULTS_TOLD).join('; ');
  warn(`Left out of maps and figures (${faults.length}): ${listed}`);
}
