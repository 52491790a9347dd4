import type { AreaLayer } from '@cluster-atlas/contract';
import { isOnNationalGrid, type Rings } from '@cluster-atlas/geo';
import type { MultiPolygon } from 'geojson';
import type { DataSource } from 'typeorm';
import { NotFound } from '../not-found.js';
import { extentOf } from './extent-of.js';
import { projectRing, ringsAreaKm2 } from './project-ring.js';

/** More are too many to read as a table and to draw as a map. */
const MOST_AREAS = 40_000;
/** Kept small, since one boundary may have 100,000 corners. */
const AREAS_AT_ONCE = 200;

/** The areas of a layer, by code, with their rings in metres, EPSG:27700. */
export interface LoadedLayer {
  /** Null of an area that was drawn. */
  name: string | null;
  areas: { code: string; name: string; areaKm2: number; extent: AreaLayer['extent'] }[];
  rings: Rings[];
}

export async function listAreaLayers(database: DataSource): Promise<AreaLayer[]> {
  const rows = await database.query<
    { layer: string; areas: number; extent: AreaLayer['extent']; source: string }[]
  >(
    `SELECT layer, count(*)::integer AS areas,
            ARRAY[min(ST_XMin(boundary)), min(ST_YMin(boundary)),
                  max(ST_XMax(boundary)), max(ST_YMax(boundary))] AS extent,
            string_agg(DISTINCT source.attribution, ' ') AS source
     FROM area JOIN source ON source.id = source_id
     GROUP BY layer ORDER BY layer`,
  );
  return rows;
}

/** Names the state of all layers: it changes when one of them does. */
export async function areasState(database: DataSource): Promise<string> {
  const [row] = await database.query<{ state: string }[]>(
    `SELECT coalesce(max(id), 0)::text AS state FROM change WHERE kind = 'area.changed'`,
  );
  return row!.state;
}

/**
 * @throws {NotFound} if there is no such layer
 * @throws {RangeError} if it has too many areas
 */
export async function loadLayer(database: DataSource, name: string): Promise<LoadedLayer> {
  const codes = await database.query<{ code: string }[]>(
    `SELECT code FROM area WHERE layer = $1 ORDER BY code COLLATE "C" LIMIT ${MOST_AREAS + 1}`,
    [name],
  );
  if (codes.length === 0) throw new NotFound('area layer', name);
  if (codes.length > MOST_AREAS) {
    throw new RangeError(`The layer ${name} has more than ${MOST_AREAS} areas.`);
  }
  const layer: LoadedLayer = { name, areas: [], rings: [] };
  for (let from = 0; from < codes.length; from += AREAS_AT_ONCE) {
    const page = codes.slice(from, from + AREAS_AT_ONCE).map(({ code }) => code);
    await addAreas(database, layer, page);
  }
  return layer;
}

async function addAreas(database: DataSource, layer: LoadedLayer, codes: string[]): Promise<void> {
  const rows = await database.query<{ code: string; name: string; boundary: string }[]>(
    `SELECT code, name, ST_AsGeoJSON(ST_ForcePolygonCCW(boundary), 15) AS boundary FROM area
     WHERE layer = $1 AND code = ANY($2) ORDER BY code COLLATE "C"`,
    [layer.name, codes],
  );
  for (const { code, name, boundary } of rows) {
    const { coordinates } = JSON.parse(boundary) as MultiPolygon;
    addArea(layer, { code, name, rings: coordinates.flat() });
  }
}

type DegreeRing = MultiPolygon['coordinates'][number][number];

/** @param rings longitude and latitude */
export function addArea(
  layer: LoadedLayer,
  { code, name, rings }: { code: string; name: string; rings: DegreeRing[] },
): void {
  const projected = rings.map(projectRing);
  const extent = extentOf(rings.flat() as [number, number][]);
  layer.areas.push({ code, name, areaKm2: ringsAreaKm2(projected), extent });
  layer.rings.push(projected);
}

/**
 * An area by its corners, as a layer of one.
 *
 * @param corners latitude, longitude, as a query gives them; the last is joined to the first
 * @throws {RangeError} if its sides cross, it encloses nothing, or it leaves Great Britain
 */
export async function drawnLayer(
  database: DataSource,
  corners: readonly [latitude: number, longitude: number][],
): Promise<LoadedLayer> {
  const outside = corners.find(([latitude, longitude]) => !isOnNationalGrid(longitude, latitude));
  if (outside) {
    throw new RangeError(
      `The corner ${outside.join(',')} is outside Great Britain, which EPSG:27700 measures.`,
    );
  }
  const ring = corners.map(([latitude, longitude]) => [longitude, latitude]);
  const boundary = { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
  const [row] = await database.query<{ isValid: boolean; reason: string }[]>(
    `SELECT ST_IsValid(shape) AS "isValid", ST_IsValidReason(shape) AS reason
     FROM ST_SetSRID(ST_GeomFromGeoJSON($1), 4326) AS shape`,
    [JSON.stringify(boundary)],
  );
  if (!row!.isValid) {
    throw new RangeError(`The corners enclose no simple polygon: ${row!.reason}.`);
  }
  const layer: LoadedLayer = { name: null, areas: [], rings: [] };
  addArea(layer, { code: 'drawn', name: 'Drawn area', rings: boundary.coordinates });
  return layer;
}
