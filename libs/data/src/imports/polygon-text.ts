import type { MultiPolygon, Polygon } from 'geojson';
import { areaBoundary } from './area-features.js';
import { RowFault } from './register-row.js';

/** `POLYGON ((…))`, perhaps with heights and after an SRID, as PostGIS and QGIS write it. */
const WKT = /^(?:SRID=\d+;)?\s*(MULTI)?POLYGON\s*(?:Z|M|ZM)?\s*(\(.*\))$/is;
const POSITION = /([-+.\de]+)\s+([-+.\de]+)(?:\s+[-+.\de]+)*/gi;

/**
 * Polygons in degrees, written as WKT or as the geometry of GeoJSON.
 *
 * @throws {RowFault} if it is neither, or no polygon
 */
export function readPolygons(text: string): Polygon | MultiPolygon {
  const geometry = text.startsWith('{') ? parse(text) : readWkt(text);
  const polygons = polygonsOf(geometry);
  if (!polygons?.every((rings) => Array.isArray(rings) && rings.every(isRing))) {
    throw new RowFault(
      `“${text.slice(0, 40)}” is no polygon as WKT or GeoJSON: rings of four corners or more, the last as the first`,
    );
  }
  return areaBoundary({ geometry: geometry as { type: string }, properties: null });
}

function readWkt(text: string): unknown {
  const [, multi, body = ''] = WKT.exec(text) ?? [];
  const coordinates = parse(
    body.replace(POSITION, '[$1,$2]').replaceAll('(', '[').replaceAll(')', ']'),
  );
  return { type: multi ? 'MultiPolygon' : 'Polygon', coordinates };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function polygonsOf(geometry: unknown): unknown[] | null {
  const { type, coordinates } = (geometry ?? {}) as Partial<Polygon | MultiPolygon>;
  if (!Array.isArray(coordinates) || coordinates.length === 0) return null;
  if (type === 'MultiPolygon') return coordinates;
  return type === 'Polygon' ? [coordinates] : null;
}

function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
  const [first, last] = [ring[0] as number[], ring.at(-1) as number[]];
  return first[0] === last[0] && first[1] === last[1];
}

function isPosition(position: unknown): boolean {
  return (
    Array.isArray(position) && position.length >= 2 && position.every((x) => Number.isFinite(x))
  );
}
