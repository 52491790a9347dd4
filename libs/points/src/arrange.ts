import type { BusinessTable, LocationTable } from './point-tables.js';
import type { SectorRuns } from './sector-runs.js';

export interface PointTables {
  readonly businesses: BusinessTable;
  readonly locations: LocationTable;
  readonly sectors: SectorRuns;
}

/** The slots that businesses and locations had, in the order of their new ones. */
export interface Arrangement {
  readonly businesses: Uint32Array;
  readonly locations: Uint32Array;
}

/**
 * Businesses in the order of their first locations, then those without any; locations in the
 * order of their businesses.
 *
 * @param order the slots of all locations
 * @param businessSlots how many there are, the freed ones included
 */
export function planArrangement(
  { businesses, locations }: PointTables,
  order: Uint32Array,
  businessSlots: number,
): Arrangement {
  const { ids, firstLocations } = businesses.columns;
  const { businesses: owners, nextLocations } = locations.columns;
  const plan = { businesses: new Uint32Array(businessSlots), locations: order.slice() };
  let [count, placed] = [0, 0];
  for (let i = 0; i < order.length; i++) {
    const slot = owners[order[i]!]!;
    if (firstLocations[slot] !== order[i]) continue;
    plan.businesses[count++] = slot;
    for (let at = order[i]!; at >= 0; at = nextLocations[at]!) plan.locations[placed++] = at;
  }
  for (let slot = 0; slot < businessSlots; slot++) {
    if (ids[slot] !== 0 && firstLocations[slot]! < 0) plan.businesses[count++] = slot;
  }
  return { ...plan, businesses: plan.businesses.subarray(0, count) };
}

/**
 * Moves the rows to their new slots, and lays the sectors in the order of the businesses.
 *
 * @returns the new slot of each location, by its former one
 */
export function arrange(tables: PointTables, { businesses, locations }: Arrangement): Uint32Array {
  tables.businesses.rearrange(businesses);
  tables.locations.rearrange(locations);
  const { firstLocations, sectorOffsets, sectorCounts } = tables.businesses.columns;
  const { businesses: owners, nextLocations } = tables.locations.columns;
  const newLocations = inverse(locations);
  translate(firstLocations.subarray(0, businesses.length), newLocations);
  translate(nextLocations.subarray(0, locations.length), newLocations);
  translate(owners.subarray(0, locations.length), inverse(businesses));
  tables.sectors.rearrange(sectorOffsets.subarray(0, businesses.length), sectorCounts);
  return newLocations;
}

/** Where each slot stands in a list of slots. */
function inverse(slots: Uint32Array): Uint32Array {
  let most = -1;
  for (let i = 0; i < slots.length; i++) most = Math.max(most, slots[i]!);
  const places = new Uint32Array(most + 1);
  for (let i = 0; i < slots.length; i++) places[slots[i]!] = i;
  return places;
}

/** Leaves what is negative. */
function translate(slots: Int32Array | Uint32Array, newSlots: Uint32Array): void {
  for (let i = 0; i < slots.length; i++) {
    if (slots[i]! >= 0) slots[i] = newSlots[slots[i]!]!;
  }
}
