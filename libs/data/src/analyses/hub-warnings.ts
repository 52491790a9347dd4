import type { HubDensityQuery } from '@cluster-atlas/contract';
import { extentOf, type PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { dateWarnings } from './date-warnings.js';

/** Wider than any English region, narrower than Great Britain. */
const REGION_METRES = 250_000;

/** What a reader must know before quoting the numbers. */
export async function hubWarnings(
  database: DataSource,
  store: PointStore,
  { query, date }: { query: HubDensityQuery; date: number },
): Promise<string[]> {
  const warnings: string[] = [];
  const extent = extentOf(store);
  if (!extent) warnings.push('No located businesses are loaded.');
  else if (Math.max(extent.east - extent.west, extent.north - extent.south) < REGION_METRES) {
    if (query.base === 'loaded') {
      warnings.push(
        'What is loaded covers one region only: the location quotient compares with that region, not with the country.',
      );
    } else if (query.base === 'country:GB') {
      warnings.push('What is loaded covers one region only: the base is not the whole country.');
    }
  }
  warnings.push(...(await dateWarnings(database, date)));
  return warnings;
}
