import type { AreaBoundaryQuery } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';

/** What a browser draws without stumbling; coarser boundaries are sent instead of more. */
const MOST_BYTES = 6_000_000;
const WORLD_DEGREES = 360;
const TILE_PIXELS = 256;

/**
 * The boundaries of a layer as a GeoJSON feature collection, simplified to half a pixel of the zoom,
 * and further until it is small enough.
 *
 * @throws {NotFound} if there is no such layer
 * @throws {RangeError} if no simplification makes it small enough
 */
export async function areaBoundaries(
  database: DataSource,
  layer: string,
  { zoom, bbox, code }: AreaBoundaryQuery,
): Promise<string> {
  const [known] = await database.query<unknown[]>(`SELECT 1 FROM area WHERE layer = $1 LIMIT 1`, [
    layer,
  ]);
  if (!known) throw new NotFound('area layer', layer);
  const halfPixel = WORLD_DEGREES / (TILE_PIXELS * 2 ** zoom) / 2;
  for (const coarser of [1, 4, 16, 64]) {
    const [row] = await database.query<{ bytes: number; collection: string }[]>(
      `WITH feature AS (
         SELECT json_build_object(
                  'type', 'Feature', 'id', code,
                  'properties', json_build_object('code', code, 'name', name),
                  'geometry', ST_AsGeoJSON(ST_SimplifyPreserveTopology(boundary, $2), 5)::json
                )::text AS text, code
         FROM area
         WHERE layer = $1 AND ($5::text IS NULL OR code = $5)
           AND ($3::float8[] IS NULL
                OR boundary && ST_MakeEnvelope($3[1], $3[2], $3[3], $3[4], 4326))
       ), total AS (SELECT coalesce(sum(octet_length(text)), 0)::integer AS bytes FROM feature)
       SELECT bytes, CASE WHEN bytes <= $4 THEN
                (SELECT coalesce(string_agg(text, ',' ORDER BY code COLLATE "C"), '') FROM feature)
              END AS collection
       FROM total`,
      [layer, halfPixel * coarser, bbox ?? null, MOST_BYTES, code ?? null],
    );
    if (row!.bytes <= MOST_BYTES) {
      return `{"type":"FeatureCollection","features":[${row!.collection}]}`;
    }
  }
  throw new RangeError(`The boundaries of ${layer} are too many: ask for a smaller bbox.`);
}
