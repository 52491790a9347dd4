import { pointInPolygon } from '@cluster-atlas/geo';
import type { MultiPolygon } from 'geojson';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';
import { projectRing } from './project-ring.js';

export interface AreaPredicate {
  name: string;
  layer: string;
  /** Other layers in which the code stands too. */
  otherLayers: string[];
  /** Whether a place in metres, EPSG:27700, lies in the area. */
  contains: (easting: number, northing: number) => boolean;
}

/**
 * The question whether places lie in an area; where several layers have its code, in the one that
 * was added last.
 *
 * The boundary's corners are projected and joined by straight lines on the grid: against lines that
 * are straight in degrees an edge of 5 km bends by up to 0.7 m, one of 500 m by less than 1 cm.
 *
 * @throws {NotFound} if no layer has the code
 */
export async function areaPredicate(database: DataSource, code: string): Promise<AreaPredicate> {
  const areas = await database.query<{ name: string; layer: string; boundary: string }[]>(
    `SELECT name, layer, ST_AsGeoJSON(boundary, 15) AS boundary FROM area
     WHERE code = $1 ORDER BY id DESC`,
    [code],
  );
  const [area, ...others] = areas;
  if (!area) throw new NotFound('area', code);
  const { coordinates } = JSON.parse(area.boundary) as MultiPolygon;
  return {
    name: area.name,
    layer: area.layer,
    otherLayers: others.map(({ layer }) => layer),
    contains: pointInPolygon(coordinates.flat().map(projectRing)),
  };
}
