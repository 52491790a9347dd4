import { GrowingColumns } from './growing-columns.js';

export type BusinessTable = ReturnType<typeof createBusinessTable>;
export type LocationTable = ReturnType<typeof createLocationTable>;

/** See `BusinessColumns`. */
export function createBusinessTable() {
  return new GrowingColumns({
    ids: Uint32Array,
    statuses: Uint16Array,
    starts: Int32Array,
    ends: Int32Array,
    jobsLow: Float32Array,
    jobsHigh: Float32Array,
    sizeBands: Uint8Array,
    sectorOffsets: Uint32Array,
    sectorCounts: Uint8Array,
    firstLocations: Int32Array,
    sourceSets: Uint16Array,
    unplaced: Uint8Array,
  });
}

/** See `LocationColumns`. */
export function createLocationTable() {
  return new GrowingColumns({
    eastings: Float64Array,
    northings: Float64Array,
    mercatorXs: Uint32Array,
    mercatorYs: Uint32Array,
    kinds: Uint8Array,
    precisions: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    postcodes: Uint32Array,
    businesses: Uint32Array,
    nextLocations: Int32Array,
  });
}
