import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { parseFeatures, parseJson, type Feature } from './geojson-features.js';
import { RowFault } from './register-row.js';

/**
 * The features of a GeoJSON FeatureCollection, or of one object of a TopoJSON topology.
 *
 * @param object of the topology; needed where it has several
 * @throws {RangeError} if there is no such object, or several to choose from
 */
export function areaFeatures(name: string, text: string, object: string | undefined): Feature[] {
  const document = parseJson(name, text);
  if (document.type !== 'Topology') return parseFeatures(name, document);
  const topology = document as unknown as Topology;
  const objects = Object.keys(topology.objects);
  const chosen = object ?? (objects.length === 1 ? objects[0]! : undefined);
  if (chosen === undefined || !Object.hasOwn(topology.objects, chosen)) {
    const fault = object === undefined ? 'holds several objects' : `has no object “${object}”`;
    throw new RangeError(`${name} ${fault}: choose one with --object (${objects.join(', ')})`);
  }
  const result = feature(topology, topology.objects[chosen]!);
  return parseFeatures(name, result);
}

type Topology = Parameters<typeof feature>[0];

/** Which properties hold an area's code and name. */
export interface AreaProperties {
  code: string;
  name: string;
}

/** As publishers name them: AREACD, LAD24CD, ltla24_code, area_code; and the same of names. */
const CODE = /^(area|[a-z]{2,5}\d{0,4})?_?(cd|code)$|^id$/i;
const NAME = /^(area|[a-z]{2,5}\d{0,4})?_?(nm|name)$/i;

/**
 * Guesses where code and name stand, unless the user says it. Areas without any code go by their names.
 *
 * @throws {RangeError} if they are not among the properties
 */
export function findProperties(
  properties: readonly string[],
  given: { file: string; code: string | undefined; name: string | undefined },
): AreaProperties {
  const listed = `${given.file} has the properties ${properties.join(', ')}`;
  for (const said of [given.code, given.name]) {
    if (said !== undefined && !properties.includes(said)) {
      throw new RangeError(`${listed}, not “${said}”`);
    }
  }
  const name = given.name ?? properties.find((property) => NAME.test(property));
  const code = given.code ?? properties.find((property) => CODE.test(property)) ?? name;
  if (code === undefined) {
    throw new RangeError(`${listed}: choose the areas' code and name with --code and --name`);
  }
  return { code, name: name ?? code };
}

/** @throws {RowFault} if it is no polygon, or not in degrees */
export function areaBoundary({ geometry }: Feature): Polygon | MultiPolygon {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    throw new RowFault(
      `the feature is ${geometry ? `a ${geometry.type}` : 'nothing'}, not a polygon`,
    );
  }
  const boundary = geometry as unknown as Polygon | MultiPolygon;
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  for (const [longitude, latitude] of polygons.flat(2)) {
    if (!isDegrees(longitude, latitude)) {
      throw new RowFault(
        `the corner ${longitude}, ${latitude} is not a longitude and latitude: reproject the file, ` +
          `for example with ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson`,
      );
    }
  }
  return boundary;
}

function isDegrees(longitude: number | undefined, latitude: number | undefined): boolean {
  return Math.abs(longitude ?? NaN) <= 180 && Math.abs(latitude ?? NaN) <= 90;
}
