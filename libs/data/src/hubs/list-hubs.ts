import type { Hub } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';

/** More hubs than one map can show by name. */
const MOST_HUBS = 5_000;

export function listHubs(database: DataSource): Promise<Hub[]> {
  return database.query<Hub[]>(
    `SELECT slug, name, kind, ST_X(position) AS longitude, ST_Y(position) AS latitude
     FROM hub ORDER BY name, id LIMIT ${MOST_HUBS}`,
  );
}
