import type { Hub } from '@cluster-atlas/contract';
import { toNationalGrid } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';
import { listHubs } from './list-hubs.js';

/** Metres, EPSG:27700. */
export interface HubOnGrid extends Pick<Hub, 'slug' | 'name' | 'kind'> {
  easting: number;
  northing: number;
}

export async function listHubsOnGrid(database: DataSource): Promise<HubOnGrid[]> {
  return (await listHubs(database)).map(({ slug, name, kind, longitude, latitude }) => ({
    ...{ slug, name, kind },
    ...toNationalGrid(longitude, latitude),
  }));
}
