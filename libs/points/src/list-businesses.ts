import { fromNationalGrid, isOnNationalGrid } from '@cluster-atlas/geo';
import { Closest, isAfter, type DistanceRank } from './closest.js';
import { degreeBox, NOWHERE, overlap, type DegreeBox, type MercatorBox } from './mercator-box.js';
import type { IndexedPoints, LocationColumns } from './point-columns.js';
import { forEachSelectedIn, type SelectedBusiness, type Selection } from './selection.js';

/** Metres, EPSG:27700. */
export interface GridPosition {
  easting: number;
  northing: number;
}

/** Where both are given, both must hold for the same location. */
export interface BusinessQuery {
  /** Null: everywhere. */
  box: DegreeBox | null;
  /** Exactly this place, as a site tile names it; null: any. */
  site: GridPosition | null;
  /** The nearest to it come first; null: the lowest ids come first, all at distance 0. */
  near: GridPosition | null;
  /** The last of the page before; null: the first page. */
  after: DistanceRank | null;
  /** At least 1. */
  limit: number;
}

export interface BusinessPage {
  /** On all pages. */
  total: number;
  /** Whether there are more after this page. */
  limited: boolean;
  /** In parallel arrays, sorted by distance and then id. */
  ids: Uint32Array;
  /** Metres to the nearest of its locations that are in question; Infinity off the grid. */
  distances: Float64Array;
  /** Of that location, metres; NaN off the grid. */
  eastings: Float64Array;
  northings: Float64Array;
}

/**
 * A page of the businesses that match and count at a location in the box and at the site.
 *
 * One pass over the box; only the page is sorted.
 *
 * @throws {RangeError} if the limit is not a positive integer, or the box upside down
 */
export function listBusinesses(
  points: IndexedPoints,
  { box, site, near, after, limit }: BusinessQuery,
  selection: Selection,
): BusinessPage {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`A page of ${limit}`);
  const { businesses, locations } = points.columns;
  const closest = new Closest(limit);
  let [total, remaining] = [0, 0];
  const area = overlap(box && degreeBox(box), site && surroundings(site));
  forEachSelectedIn(points, { selection, box: area }, (business) => {
    if (!business.matches) return;
    const at = nearestLocation(locations, business, { site, near });
    if (at === null) return;
    total++;
    const rank = { distance: distanceTo(near, locations, at), id: businesses.ids[business.slot]! };
    if (after && !isAfter(rank, after)) return;
    remaining++;
    closest.add(rank, at);
  });
  const { ids, distances, locations: found } = closest.list();
  const eastings = Float64Array.from(found, (at) => locations.eastings[at]!);
  const northings = Float64Array.from(found, (at) => locations.northings[at]!);
  return { total, limited: remaining > limit, ids, distances, eastings, northings };
}

/** At the site, if one is asked for; null if there is none. */
function nearestLocation(
  columns: LocationColumns,
  business: SelectedBusiness,
  { site, near }: { site: GridPosition | null; near: GridPosition | null },
): number | null {
  const { eastings, northings } = columns;
  let nearest: number | null = null;
  let least = Infinity;
  for (let i = 0; i < business.locationCount; i++) {
    const at = business.locations[i]!;
    if (site && !(eastings[at] === site.easting && northings[at] === site.northing)) continue;
    const distance = distanceTo(near, columns, at);
    if (nearest !== null && distance >= least) continue;
    [nearest, least] = [at, distance];
  }
  return nearest;
}

function distanceTo(
  near: GridPosition | null,
  { eastings, northings }: LocationColumns,
  at: number,
): number {
  if (near === null) return 0;
  const dx = eastings[at]! - near.easting;
  const dy = northings[at]! - near.northing;
  const squared = dx * dx + dy * dy;
  return Number.isNaN(squared) ? Infinity : Math.sqrt(squared);
}

/** Metres by which a location's degrees may differ from its grid position. */
const TOLERANCE = 25;

/** Nowhere for a place off the grid. */
function surroundings({ easting, northing }: GridPosition): MercatorBox {
  const { longitude, latitude } = fromNationalGrid(easting, northing);
  if (!isOnNationalGrid(longitude, latitude)) return NOWHERE;
  const southWest = fromNationalGrid(easting - TOLERANCE, northing - TOLERANCE);
  const northEast = fromNationalGrid(easting + TOLERANCE, northing + TOLERANCE);
  return degreeBox([
    southWest.longitude,
    southWest.latitude,
    northEast.longitude,
    northEast.latitude,
  ]);
}
