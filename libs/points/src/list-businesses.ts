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

/** Where both box and site are given, both must hold for the same location. */
export interface BusinessScope {
  /** Null: everywhere. */
  box: DegreeBox | null;
  /** Exactly this place, as a site tile names it; null: any. */
  site: GridPosition | null;
  /** Of several locations in question the nearest to it counts; null: the first. */
  near: GridPosition | null;
}

/** The nearest to `near` come first; without it the lowest ids, all at distance 0. */
export interface BusinessQuery extends BusinessScope {
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
  { after, limit, ...scope }: BusinessQuery,
  selection: Selection,
): BusinessPage {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`A page of ${limit}`);
  const { locations } = points.columns;
  const closest = new Closest(limit);
  let [total, remaining] = [0, 0];
  forEachPlaced(points, { scope, selection }, (id, at) => {
    total++;
    const rank = { distance: distanceTo(scope.near, locations, at), id };
    if (after && !isAfter(rank, after)) return;
    remaining++;
    closest.add(rank, at);
  });
  const { ids, distances, locations: found } = closest.list();
  const eastings = Float64Array.from(found, (at) => locations.eastings[at]!);
  const northings = Float64Array.from(found, (at) => locations.northings[at]!);
  return { total, limited: remaining > limit, ids, distances, eastings, northings };
}

/**
 * All that `listBusinesses` would list, by id, each at the same location.
 *
 * @throws {RangeError} if the box is upside down
 */
export function placedInScope(
  points: IndexedPoints,
  scope: BusinessScope,
  selection: Selection,
): Pick<BusinessPage, 'ids' | 'eastings' | 'northings'> {
  const { eastings, northings } = points.columns.locations;
  const ids: number[] = [];
  const places: number[] = [];
  forEachPlaced(points, { scope, selection }, (id, at) => {
    ids.push(id);
    places.push(at);
  });
  const order = Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
  return {
    ids: order.map((i) => ids[i]!),
    eastings: Float64Array.from(order, (i) => eastings[places[i]!]!),
    northings: Float64Array.from(order, (i) => northings[places[i]!]!),
  };
}

/** Visits each business that matches with the slot of the location that counts. */
function forEachPlaced(
  points: IndexedPoints,
  { scope, selection }: { scope: BusinessScope; selection: Selection },
  visit: (id: number, location: number) => void,
): void {
  const { businesses, locations } = points.columns;
  const { box, site } = scope;
  const area = overlap(box && degreeBox(box), site && surroundings(site));
  forEachSelectedIn(points, { selection, box: area }, (business) => {
    if (!business.matches) return;
    const at = nearestLocation(locations, business, scope);
    if (at !== null) visit(businesses.ids[business.slot]!, at);
  });
}

/** At the site, if one is asked for; null if there is none. */
function nearestLocation(
  columns: LocationColumns,
  business: SelectedBusiness,
  { site, near }: BusinessScope,
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
