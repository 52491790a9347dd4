import { GRAVITY_REACH, GravitySum, type Gravity } from './gravity.js';
import { orderByDistance } from './order-by-distance.js';
import {
  NO_LOCATION,
  type LocationColumns,
  type PointColumns,
  type PointSource,
} from './point-columns.js';
import {
  forEachSelected,
  type Excluded,
  type SelectedBusiness,
  type Selection,
} from './selection.js';

export interface Disc {
  /** Centre, metres, EPSG:27700. */
  easting: number;
  northing: number;
  /** Metres, inclusive. */
  radius: number;
  /** Counts the base only where this holds for one of the business's locations; absent: everywhere. */
  baseArea?: (easting: number, northing: number) => boolean;
}

/** The businesses in a disc, in parallel arrays sorted by distance and then id; and the rest beyond. */
export interface Neighbourhood {
  ids: Uint32Array;
  /** Metres to the business's nearest location. */
  distances: Float64Array;
  /** Of that location, metres, EPSG:27700; of several as near, the first that is stored. */
  eastings: Float64Array;
  northings: Float64Array;
  /** 1 where the business matches the selection. */
  matching: Uint8Array;
  /** Stated employees, or the bounds of their range; NaN: none. */
  jobsLow: Float64Array;
  jobsHigh: Float64Array;
  /** 0: none. */
  primarySectors: Uint32Array;
  /** Businesses in the base area, the disc's included if it lies there. */
  base: { all: number; matching: number };
  /** Over the whole store. */
  excluded: Excluded;
  /** Over the whole store. */
  gravity: { all: Gravity; matching: Gravity };
}

interface Found {
  slots: number[];
  /** Slots of the nearest locations. */
  locations: number[];
  distances: number[];
  matching: number[];
}

/**
 * Everything around one place, in one pass over the store; each business counts once, at its
 * nearest location.
 *
 * The answer does not depend on the order in which the store was filled. A business off the grid
 * counts in the base only.
 *
 * @throws {RangeError} if the centre or the radius is not finite, or the radius negative
 */
export function neighbourhood(
  points: PointSource,
  disc: Disc,
  selection: Selection,
): Neighbourhood {
  check(disc);
  const { columns } = points;
  const { locations } = columns;
  const { jobsLow, jobsHigh } = columns.businesses;
  const squaredRadius = disc.radius * disc.radius;
  const squaredReach = Math.max(squaredRadius, GRAVITY_REACH * GRAVITY_REACH);
  const found: Found = { slots: [], locations: [], distances: [], matching: [] };
  const base = { all: 0, matching: 0 };
  const all = new GravitySum();
  const matching = new GravitySum();
  const excluded = forEachSelected(points, selection, (business) => {
    const { slot, matches } = business;
    if (isInBase(locations, business, disc)) {
      base.all++;
      if (matches) base.matching++;
    }
    const nearest = nearestLocation(locations, business, disc);
    if (nearest === NO_LOCATION) return;
    const squared = squaredDistance(locations, nearest, disc);
    if (squared > squaredReach) return;
    const distance = Math.sqrt(squared);
    all.add(distance, jobsLow[slot]!, jobsHigh[slot]!);
    if (matches) matching.add(distance, jobsLow[slot]!, jobsHigh[slot]!);
    if (squared <= squaredRadius) {
      found.slots.push(slot);
      found.locations.push(nearest);
      found.distances.push(distance);
      found.matching.push(matches ? 1 : 0);
    }
  });
  const gravity = { all: all.value, matching: matching.value };
  return { ...arrange(columns, found), base, excluded, gravity };
}

function check({ easting, northing, radius }: Disc): void {
  if (!Number.isFinite(easting + northing)) throw new RangeError(`Centre ${easting}, ${northing}`);
  if (!(radius >= 0 && radius < Infinity)) throw new RangeError(`Radius ${radius} m`);
}

/** The slot of the nearest one; NO_LOCATION if none is on the grid. */
function nearestLocation(
  locations: LocationColumns,
  business: SelectedBusiness,
  disc: Disc,
): number {
  let nearest = NO_LOCATION;
  let least = Infinity;
  for (let i = 0; i < business.locationCount; i++) {
    const squared = squaredDistance(locations, business.locations[i]!, disc);
    if (!(squared < least)) continue;
    nearest = business.locations[i]!;
    least = squared;
  }
  return nearest;
}

function squaredDistance(
  { eastings, northings }: LocationColumns,
  location: number,
  disc: Disc,
): number {
  const dx = eastings[location]! - disc.easting;
  const dy = northings[location]! - disc.northing;
  return dx * dx + dy * dy;
}

function isInBase(
  { eastings, northings }: LocationColumns,
  business: SelectedBusiness,
  disc: Disc,
): boolean {
  if (!disc.baseArea) return true;
  for (let i = 0; i < business.locationCount; i++) {
    const at = business.locations[i]!;
    if (disc.baseArea(eastings[at]!, northings[at]!)) return true;
  }
  return false;
}

function arrange({ businesses, locations, sectors }: PointColumns, found: Found) {
  const { length } = found.slots;
  const slots = Uint32Array.from(found.slots);
  const distances = Float64Array.from(found.distances);
  const ids = slots.map((slot) => businesses.ids[slot]!);
  const arranged = {
    ids: new Uint32Array(length),
    distances: new Float64Array(length),
    eastings: new Float64Array(length),
    northings: new Float64Array(length),
    matching: new Uint8Array(length),
    jobsLow: new Float64Array(length),
    jobsHigh: new Float64Array(length),
    primarySectors: new Uint32Array(length),
  };
  orderByDistance(distances, ids).forEach((from, to) => {
    const slot = slots[from]!;
    arranged.ids[to] = ids[from]!;
    arranged.distances[to] = distances[from]!;
    arranged.eastings[to] = locations.eastings[found.locations[from]!]!;
    arranged.northings[to] = locations.northings[found.locations[from]!]!;
    arranged.matching[to] = found.matching[from]!;
    arranged.jobsLow[to] = businesses.jobsLow[slot]!;
    arranged.jobsHigh[to] = businesses.jobsHigh[slot]!;
    if (businesses.sectorCounts[slot]! > 0) {
      arranged.primarySectors[to] = sectors[businesses.sectorOffsets[slot]!]!;
    }
  });
  return arranged;
}
