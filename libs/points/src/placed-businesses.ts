import type { LocationColumns, PointSource } from './point-columns.js';
import { radixOrder } from './radix-order.js';
import { forEachSelected, type Excluded, type Selection } from './selection.js';

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
  primarySectors: Uint16Array;
  /** The postcodes' numbers; 0: none. */
  postcodes: Uint32Array;
  /** Businesses, those off the grid included. */
  base: { all: number; matching: number };
  /** Matching businesses without a place on the grid. */
  offGrid: number;
  excluded: Excluded;
}

/**
 * Gathers what is to be clustered, or, with `all`, also what surrounds it. A business that states two
 * locations at one place counts once there. The answer does not depend on the order in which the
 * store was filled.
 */
export function placedBusinesses(
  points: PointSource,
  selection: Selection,
  who: 'matching' | 'all' = 'matching',
): PlacedBusinesses {
  const { locations, businesses } = points.columns;
  const slots: number[] = [];
  const places: number[] = [];
  const matching: number[] = [];
  const base = { all: 0, matching: 0 };
  let offGrid = 0;
  const excluded = forEachSelected(points, selection, (business) => {
    base.all++;
    if (business.matches) base.matching++;
    else if (who === 'matching') return;
    const first = places.length;
    for (let i = 0; i < business.locationCount; i++) {
      const at = business.locations[i]!;
      if (Number.isNaN(locations.eastings[at]) || isKnown(locations, places, { first, at }))
        continue;
      slots.push(business.slot);
      places.push(at);
      matching.push(business.matches ? 1 : 0);
    }
    if (business.matches && places.length === first) offGrid++;
  });
  const ids = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) ids[i] = businesses.ids[slots[i]!]!;
  return { ...arrange(points, { slots, places, matching, ids }), base, offGrid, excluded };
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

function arrange({ columns }: PointSource, { slots, places, matching, ids }: Found) {
  const { businesses, locations, sectors } = columns;
  const order = radixOrder([
    gather(locations.northings, places),
    gather(locations.eastings, places),
    ids,
  ]);
  const { length } = order;
  const arranged = {
    xs: new Float64Array(length),
    ys: new Float64Array(length),
    ids: new Uint32Array(length),
    matching: new Uint8Array(length),
    jobsLow: new Float64Array(length),
    jobsHigh: new Float64Array(length),
    primarySectors: new Uint16Array(length),
    postcodes: new Uint32Array(length),
  };
  for (let to = 0; to < length; to++) {
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

function gather(values: Float64Array, places: readonly number[]): Float64Array {
  const gathered = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) gathered[i] = values[places[i]!]!;
  return gathered;
}
