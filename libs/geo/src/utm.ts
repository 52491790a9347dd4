import { WGS84 } from './ellipsoid.js';
import { TransverseMercator, type PlanePosition } from './transverse-mercator.js';

const RADIANS = Math.PI / 180;
const ZONES = 60;
const ZONE_WIDTH = 6;
/** Beyond them, degrees north, the poles have projections of their own. */
const SOUTHERN_LIMIT = -80;
const NORTHERN_LIMIT = 84;

/** One of the 120 grids of the Universal Transverse Mercator system. */
export interface UtmZone {
  /** 1 to 60. */
  number: number;
  hemisphere: 'north' | 'south';
  /** For example 32633. */
  epsg: number;
}

/**
 * The zone of a place, with the wider zones of south-western Norway and of Svalbard.
 *
 * Source: NGA.SIG.0012_2.0.0_UTMUPS (2014), section 7.
 *
 * @param longitude degrees east
 * @param latitude degrees north; the equator belongs to the north
 * @throws {RangeError} where UTM has no zone
 */
export function utmZoneAt(longitude: number, latitude: number): UtmZone {
  const isCovered = latitude >= SOUTHERN_LIMIT && latitude <= NORTHERN_LIMIT;
  if (!isCovered || !(longitude >= -180 && longitude <= 180)) {
    throw new RangeError(`UTM has no zone at longitude ${longitude}, latitude ${latitude}`);
  }
  const number = specialZone(longitude, latitude) ?? regularZone(longitude);
  const hemisphere = latitude < 0 ? 'south' : 'north';
  return { number, hemisphere, epsg: (hemisphere === 'north' ? 32600 : 32700) + number };
}

function regularZone(longitude: number): number {
  return (Math.floor((longitude + 180) / ZONE_WIDTH) % ZONES) + 1;
}

function specialZone(longitude: number, latitude: number): number | null {
  if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) return 32;
  if (latitude < 72 || longitude < 0 || longitude >= 42) return null;
  if (longitude < 9) return 31;
  if (longitude < 21) return 33;
  return longitude < 33 ? 35 : 37;
}

/** Between WGS 84 degrees and the metres of a zone; exact to a micrometre, also somewhat beyond it. */
export interface UtmProjection {
  toPlane: (longitude: number, latitude: number) => PlanePosition;
  fromPlane: (easting: number, northing: number) => { longitude: number; latitude: number };
}

export function utmProjection({ number, hemisphere }: UtmZone): UtmProjection {
  const projection = new TransverseMercator({
    ellipsoid: WGS84,
    centralMeridian: (ZONE_WIDTH * number - 183) * RADIANS,
    originLatitude: 0,
    scale: 0.9996,
    falseEasting: 500_000,
    falseNorthing: hemisphere === 'north' ? 0 : 10_000_000,
  });
  return {
    toPlane(longitude, latitude) {
      const plane = { easting: 0, northing: 0 };
      projection.project({ longitude: longitude * RADIANS, latitude: latitude * RADIANS }, plane);
      return plane;
    },
    fromPlane(easting, northing) {
      const angles = { longitude: 0, latitude: 0 };
      projection.unproject({ easting, northing }, angles);
      return { longitude: angles.longitude / RADIANS, latitude: angles.latitude / RADIANS };
    },
  };
}
