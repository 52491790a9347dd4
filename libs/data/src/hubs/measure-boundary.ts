import type { MultiPolygon, Polygon } from 'geojson';
import type { DataSource } from 'typeorm';
import { validPolygons } from '../areas/valid-polygons.js';

export interface MeasuredBoundary {
  /** Made valid. */
  boundary: MultiPolygon;
  /** On the ground. */
  km2: number;
  /** Degrees, of a point inside. */
  longitude: number;
  latitude: number;
}

/** @returns null for a boundary without an area */
export async function measureBoundary(
  database: DataSource,
  given: Polygon | MultiPolygon,
): Promise<MeasuredBoundary | null> {
  const [row] = await database.query<(MeasuredBoundary & { json: string })[]>(
    `SELECT ST_AsGeoJSON(boundary) AS json, ST_Area(boundary::geography) / 1e6 AS km2,
            ST_X(inside) AS longitude, ST_Y(inside) AS latitude
     FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON($1), 4326) AS given) AS one
     CROSS JOIN LATERAL (SELECT ${validPolygons('given')} AS boundary) AS valid
     CROSS JOIN LATERAL (SELECT ST_PointOnSurface(boundary) AS inside) AS within
     WHERE NOT ST_IsEmpty(boundary)`,
    [JSON.stringify(given)],
  );
  if (!row) return null;
  const { json, km2, longitude, latitude } = row;
  return { boundary: JSON.parse(json) as MultiPolygon, km2, longitude, latitude };
}
