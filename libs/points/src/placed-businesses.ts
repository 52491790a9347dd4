import type { LocationColumns, PointSource } from './point-columns.js';
import { radixOrder } from './radix-order.js';
import { selectInTurns, type Excluded, type Selection } from './selection.js';

/** Businesses, once at each of their places, in parallel arrays; by id, then place. */
export interface PlacedBusinesses {
  /** Metres, EPSG:27700. */
  xs: Float64Array;
  ys: Float64Array;
  ids: Uint32Array;
  /** 1 where the business matches the selection. */
  matching: Uint8Array;
  /** Stated employees, or the bounds of their range; NaN: none. */
  jobsLow: Float64Array;
  jobsHigh: Float64Array;
  /** 0: none. */
  primarySectors: Uint32Array;
  /** The postcodes' numbers; 0: none. */
  postcodes: Uint32Array;
  /** Businesses, those off the grid included. */
  base: { all: number; matching: number };
  /** Matching businesses without a place on the grid. */
  offGrid: number;
  excluded: Excluded;
}

/** So many are arranged in a few milliseconds. */
const PLACES_AT_ONCE = 65_536;

/**
 * Gathers what is to be clustered, or, with `all`, also what surrounds it; pauses as `selectInTurns`
 * does. A business that states two locations at one place counts once there. The answer does not
 * depend on the order in which the store was filled.
 */
export function* placedBusinesses(
  points: PointSource,
  selection: Selection,
  who: 'matching' | 'all' = 'matching',
): Generator<undefined, PlacedBusinesses> {
  const { locations, businesses } = points.columns;
  const slots: number[] = [];
  const places: number[] = [];
  const matching: number[] = [];
  const base = { all: 0, matching: 0 };
  let offGrid = 0;
  const excluded = yield* selectInTurns(points, selection, (business) => {
    base.all++;
    if (business.matches) base.matching++;
    else if (who === 'matching') return;
    const first = places.length;
    for (let i = 0; i < business.locationCount; i++) {
      const at = business.locations[i]!;
      if (Number.isNaN(locations.eastings[at]) || isKnown(locations, places, { first, at }))
        continue;
      slots.push(business.slot);
      insertPlace(locations, places, { first, at });
      matching.push(business.matches ? 1 : 0);
    }
    if (business.matches && places.length === first) offGrid++;
  });
  const ids = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) ids[i] = businesses.ids[slots[i]!]!;
  yield;
  const arranged = yield* arrange(points, { slots, places, matching, ids });
  return { ...arranged, base, offGrid, excluded };
}

/** Among those from `first` on: by easting, then northing. */
function insertPlace(
  { eastings, northings }: LocationColumns,
  places: number[],
  { first, at }: { first: number; at: number },
): void {
  let to = places.push(at) - 1;
  for (; to > first; to--) {
    const other = places[to - 1]!;
    const isBefore =
      eastings[other]! < eastings[at]! ||
      (eastings[other] === eastings[at] && northings[other]! < northings[at]!);
    if (isBefore) break;
    places[to] = other;
  }
  places[to] = at;
}

function isKnown(
  { eastings, northings }: LocationColumns,
  places: readonly number[],
  { first, at }: { first: number; at: number },
): boolean {
  for (let i = first; i < places.length; i++) {
    const other = places[i]!;
    if (eastings[other] === eastings[at] && northings[other] === northings[at]) return true;
  }
  return false;
}

interface Found {
  slots: readonly number[];
  places: readonly number[];
  matching: readonly number[];
  ids: Uint32Array;
}

/** By id; the places of one business are in their order already. */
function* arrange({ columns }: PointSource, { slots, places, matching, ids }: Found) {
  const { businesses, locations, sectors } = columns;
  const order = radixOrder([ids]);
  yield;
  const { length } = order;
  const arranged = createPlaces(length);
  for (let to = 0; to < length; to++) {
    if (to % PLACES_AT_ONCE === PLACES_AT_ONCE - 1) yield;
    const from = order[to]!;
    const slot = slots[from]!;
    const at = places[from]!;
    arranged.xs[to] = locations.eastings[at]!;
    arranged.ys[to] = locations.northings[at]!;
    arranged.ids[to] = ids[from]!;
    arranged.matching[to] = matching[from]!;
    arranged.jobsLow[to] = businesses.jobsLow[slot]!;
    arranged.jobsHigh[to] = businesses.jobsHigh[slot]!;
    arranged.postcodes[to] = locations.postcodes[at]!;
    if (businesses.sectorCounts[slot]! > 0) {
      arranged.primarySectors[to] = sectors[businesses.sectorOffsets[slot]!]!;
    }
  }
  return arranged;
}

/** Some of the places, by their numbers; the sums over all stay. Pauses after each column. */
export function* somePlaces(
  placed: PlacedBusinesses,
  places: Uint32Array,
): Generator<undefined, PlacedBusinesses> {
  const picked = createPlaces(places.length);
  for (const column of Object.keys(picked) as (keyof typeof picked)[]) {
    const [from, to] = [placed[column], picked[column]];
    for (let i = 0; i < places.length; i++) to[i] = from[places[i]!]!;
    yield;
  }
  return { ...placed, ...picked };
}

function createPlaces(length: number) {
  return {
    xs: new Float64Array(length),
    ys: new Float64Array(length),
    ids: new Uint32Array(length),
    matching: new Uint8Array(length),
    jobsLow: new Float64Array(length),
    jobsHigh: new Float64Array(length),
    primarySectors: new Uint32Array(length),
    postcodes: new Uint32Array(length),
  };
}
