import { fromNationalGrid } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';

/** The name of the smallest loaded area that holds each place; null where there is none. */
export async function areasAround(
  database: DataSource,
  centres: readonly { easting: number; northing: number }[],
): Promise<(string | null)[]> {
  const degrees = centres.map(({ easting, northing }) => fromNationalGrid(easting, northing));
  const rows = await database.query<{ name: string | null }[]>(
    `SELECT (SELECT name FROM area WHERE ST_Contains(boundary, ST_SetSRID(ST_MakePoint(x, y), 4326))
             ORDER BY ST_Area(boundary), area.id LIMIT 1) AS name
     FROM unnest($1::double precision[], $2::double precision[]) WITH ORDINALITY AS at (x, y, n)
     ORDER BY n`,
    [degrees.map(({ longitude }) => longitude), degrees.map(({ latitude }) => latitude)],
  );
  return rows.map(({ name }) => name);
}
