import { isOnNationalGrid, toNationalGrid } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';

export interface Place {
  hub: { slug: string; name: string; kind: string } | null;
  /** Metres, EPSG:27700. */
  centre: { easting: number; northing: number };
}

interface HubRow {
  slug: string;
  name: string;
  kind: string;
  longitude: number;
  latitude: number;
}

/**
 * A hub by its slug, or a point by `latitude,longitude`.
 *
 * @throws {NotFound} if there is no such hub
 * @throws {RangeError} if the point is outside Great Britain
 */
export async function findPlace(database: DataSource, place: string): Promise<Place> {
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(place);
  if (point) return { hub: null, centre: project(Number(point[2]), Number(point[1])) };
  const [row] = await database.query<HubRow[]>(
    `SELECT slug, name, kind, ST_X(position) AS longitude, ST_Y(position) AS latitude
     FROM hub WHERE slug = $1`,
    [place],
  );
  if (!row) throw new NotFound('hub', place);
  const { slug, name, kind, longitude, latitude } = row;
  return { hub: { slug, name, kind }, centre: project(longitude, latitude) };
}

function project(longitude: number, latitude: number): Place['centre'] {
  if (!isOnNationalGrid(longitude, latitude)) {
    throw new RangeError(
      `latitude ${latitude}, longitude ${longitude} is outside Great Britain, which EPSG:27700 measures`,
    );
  }
  return toNationalGrid(longitude, latitude);
}
