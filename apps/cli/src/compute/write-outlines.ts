import type { ClusterOutline } from '@cluster-atlas/analytics';
import { fromNationalGrid } from '@cluster-atlas/geo';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PointInput } from './point-input.js';

/** A nine-digit fraction of a degree is a tenth of a millimetre. */
const DEGREE_DIGITS = 1e9;

type Position = [number, number];

/**
 * Writes a GeoJSON file with a feature for each cluster: in degrees if the input was, else in the
 * input's own plane, which `crs` then names, or says to be unknown by null (as GeoJSON of 2008 has it;
 * RFC 7946 knows degrees only).
 */
export async function writeOutlines(
  file: string,
  outlines: Iterable<ClusterOutline>,
  { crs, planeName }: { crs: PointInput['crs']; planeName: string | undefined },
): Promise<void> {
  const isDegrees = crs !== null;
  const plane = planeName === undefined ? null : { type: 'name', properties: { name: planeName } };
  const head = isDegrees ? '' : `"crs":${JSON.stringify(plane)},`;
  const toPosition = isDegrees ? toDegrees : (position: Position) => position;
  await pipeline(Readable.from(pieces(head, outlines, toPosition)), createWriteStream(file));
}

function* pieces(
  head: string,
  outlines: Iterable<ClusterOutline>,
  toPosition: (position: Position) => Position,
): Generator<string> {
  yield `{"type":"FeatureCollection",${head}"features":[`;
  let separator = '\n';
  for (const outline of outlines) {
    yield separator + JSON.stringify(featureOf(outline, toPosition));
    separator = ',\n';
  }
  yield '\n]}\n';
}

function featureOf(outline: ClusterOutline, toPosition: (position: Position) => Position) {
  const polygons = outline.polygons.map((polygon) => polygon.map((ring) => ring.map(toPosition)));
  return {
    type: 'Feature',
    properties: {
      cluster: outline.cluster,
      rows: outline.size,
      weight: outline.weight,
      area_km2: outline.areaKm2,
      weight_per_km2: outline.density,
      perimeter_m: outline.perimeter,
      compactness: outline.compactness,
      hull_ratio: outline.hullRatio,
      alpha_m: outline.alpha,
      buffer_m: outline.buffer,
    },
    geometry:
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons },
  };
}

function toDegrees([easting, northing]: Position): Position {
  const { longitude, latitude } = fromNationalGrid(easting, northing);
  const round = (degrees: number) => Math.round(degrees * DEGREE_DIGITS) / DEGREE_DIGITS;
  return [round(longitude), round(latitude)];
}
