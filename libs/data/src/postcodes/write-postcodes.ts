import { toNationalGrid } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';
import type { PostcodePosition } from '../imports/postcode-formats.js';

const BATCH_ROWS = 5_000;

/** Adds postcodes and moves those whose position changed. */
export async function writePostcodes(
  database: DataSource,
  positions: readonly PostcodePosition[],
  sourceId: number,
): Promise<{ imported: number; updated: number }> {
  const written = await database.query<{ isNew: boolean }[]>(
    `INSERT INTO postcode (source_id, code, kind, longitude, latitude, easting, northing)
     SELECT $1, row.* FROM unnest($2::text[], $3::text[], $4::float8[], $5::float8[], $6::float8[], $7::float8[]) AS row
     ON CONFLICT (code) DO UPDATE
     SET longitude = excluded.longitude, latitude = excluded.latitude, easting = excluded.easting,
         northing = excluded.northing, source_id = excluded.source_id
     WHERE (postcode.longitude, postcode.latitude) IS DISTINCT FROM (excluded.longitude, excluded.latitude)
     RETURNING xmax = 0 AS "isNew"`,
    [
      sourceId,
      positions.map(({ code }) => code),
      positions.map(({ kind }) => kind),
      positions.map(({ longitude }) => longitude),
      positions.map(({ latitude }) => latitude),
      positions.map(({ easting }) => easting),
      positions.map(({ northing }) => northing),
    ],
  );
  const imported = written.filter(({ isNew }) => isNew).length;
  return { imported, updated: written.length - imported };
}

/** Sets each sector and outcode to the mean of its units; reads once, writes in short batches. */
export async function updatePostcodeMeans(database: DataSource, sourceId: number): Promise<void> {
  const means = await database.query<
    { code: string; kind: 'sector' | 'outcode'; longitude: number; latitude: number }[]
  >(
    `SELECT left(code, -2) AS code, 'sector' AS kind, avg(longitude) AS longitude, avg(latitude) AS latitude
     FROM postcode WHERE kind = 'unit' GROUP BY left(code, -2)
     UNION ALL
     SELECT left(code, -4), 'outcode', avg(longitude), avg(latitude)
     FROM postcode WHERE kind = 'unit' GROUP BY left(code, -4)`,
  );
  const positions = means.map((mean) => ({
    ...mean,
    ...toNationalGrid(mean.longitude, mean.latitude),
  }));
  for (let start = 0; start < positions.length; start += BATCH_ROWS) {
    await writePostcodes(database, positions.slice(start, start + BATCH_ROWS), sourceId);
  }
}
