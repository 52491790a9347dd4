import type { PointSource } from './point-columns.js';

/** Metres, EPSG:27700. */
export interface Extent {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** The box around every location in the store, or null when there is none. */
export function extentOf({ columns }: PointSource): Extent | null {
  const { ids, firstLocations } = columns.businesses;
  const { eastings, northings, nextLocations } = columns.locations;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let slot = 0; slot < columns.businessSlots; slot++) {
    if (ids[slot] === 0) continue;
    for (let at = firstLocations[slot]!; at >= 0; at = nextLocations[at]!) {
      if (eastings[at]! < west) west = eastings[at]!;
      if (eastings[at]! > east) east = eastings[at]!;
      if (northings[at]! < south) south = northings[at]!;
      if (northings[at]! > north) north = northings[at]!;
    }
  }
  return west > east ? null : { west, east, south, north };
}
