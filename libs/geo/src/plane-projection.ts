import { fromNationalGrid, isOnNationalGrid, toNationalGrid } from './national-grid.js';
import type { UtmProjection } from './utm.js';
import { utmProjection, utmZoneAt } from './utm.js';

/** Degrees from the central meridian up to which `TransverseMercator` is exact. */
const WIDEST = 10;
const NATIONAL_GRID_MERIDIAN = -2;
/** On the central meridian, of UTM exactly and of the National Grid nearly. */
const SCALE = 0.9996;

export interface PlaneProjection extends UtmProjection {
  /** For example `EPSG:27700`. */
  crs: string;
  /** By how much, in parts of 1, a length may come out wrong at the places it was chosen for. */
  scaleError: number;
}

/** Degrees in WGS 84. */
export interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * The plane on which places are measured in metres: the British National Grid where all are in its
 * box, else the UTM zone of the middle of their extent.
 *
 * @throws {RangeError} if they are too far apart for one plane, or off UTM
 */
export function planeProjectionFor(extent: Extent): PlaneProjection {
  const { west, south, east, north } = extent;
  if (isOnNationalGrid(west, south) && isOnNationalGrid(east, north)) {
    return {
      crs: 'EPSG:27700',
      toPlane: toNationalGrid,
      fromPlane: fromNationalGrid,
      scaleError: scaleErrorIn(extent, NATIONAL_GRID_MERIDIAN),
    };
  }
  const zone = utmZoneAt((west + east) / 2, (south + north) / 2);
  const meridian = 6 * zone.number - 183;
  if (Math.max(meridian - west, east - meridian) > WIDEST) {
    throw new RangeError(
      `Places from longitude ${west} to ${east} are too far apart to be measured on one plane`,
    );
  }
  return {
    crs: `EPSG:${zone.epsg}`,
    ...utmProjection(zone),
    scaleError: scaleErrorIn(extent, meridian),
  };
}

/** Source: Snyder (1987), Map projections: a working manual, eq. 8-11, to the second order. */
function scaleErrorIn({ west, south, east, north }: Extent, meridian: number): number {
  const width = Math.max(Math.abs(west - meridian), Math.abs(east - meridian));
  const parallel = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const arc = ((width * Math.PI) / 180) * Math.cos((parallel * Math.PI) / 180);
  return Math.max(1 - SCALE, SCALE * (1 + arc ** 2 / 2) - 1);
}
