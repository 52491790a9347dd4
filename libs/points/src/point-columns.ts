import type { OrderedLocations } from './spatial-order.js';

/** Unknown start: before every date. */
export const ALWAYS_BEGUN = -(2 ** 31);
/** No end: after every date. */
export const NEVER_ENDED = 2 ** 31 - 1;
/** Ends the list of a business's locations. */
export const NO_LOCATION = -1;

/** One row per slot; freed slots have id 0. Dates are days since 1970-01-01. */
export interface BusinessColumns {
  readonly ids: Uint32Array;
  /** Place in `PointColumns.statuses`. */
  readonly statuses: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** NaN: not stated. */
  readonly jobsLow: Float32Array;
  readonly jobsHigh: Float32Array;
  /** Place in SIZE_BANDS. */
  readonly sizeBands: Uint8Array;
  /** Where the business's sector ids begin in `PointColumns.sectors`. */
  readonly sectorOffsets: Uint32Array;
  readonly sectorCounts: Uint8Array;
  /** Slot of the first location, or NO_LOCATION. */
  readonly firstLocations: Int32Array;
  /** Place in `PointColumns.sourceSets`. */
  readonly sourceSets: Uint16Array;
  /** Two bits for each of LOCATION_KINDS, from the lowest: 0, or one more than the place in UNPLACED_REASONS. */
  readonly unplaced: Uint8Array;
}

/** One row per slot, reached from the businesses. Dates are days since 1970-01-01. */
export interface LocationColumns {
  /** Metres, EPSG:27700; NaN off the grid. */
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  /** The world square's side is 2^32; y southwards. */
  readonly mercatorXs: Uint32Array;
  readonly mercatorYs: Uint32Array;
  /** Place in LOCATION_KINDS. */
  readonly kinds: Uint8Array;
  /** Place in LOCATION_PRECISIONS. */
  readonly precisions: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The postcode's number; 0: none. */
  readonly postcodes: Uint32Array;
  /** Slot of the business. */
  readonly businesses: Uint32Array;
  /** Slot of the same business's next location, or NO_LOCATION. */
  readonly nextLocations: Int32Array;
}

/** Everything that analyses read; in shared memory, so that posting it to a worker copies nothing. */
export interface PointColumns {
  readonly businessSlots: number;
  readonly businesses: BusinessColumns;
  readonly locations: LocationColumns;
  readonly sectors: Uint32Array;
  /** In lower case; 0 stands for none. */
  readonly statuses: readonly string[];
  /** Ids of sources; 0 stands for none. */
  readonly sourceSets: readonly (readonly number[])[];
  /** 1 at the number of each postcode that is a mass address. */
  readonly massPostcodes: Uint8Array;
}

/** A `PointStore`, or in a worker the columns that it posted. */
export interface PointSource {
  readonly columns: PointColumns;
}

/** A `PointStore`, or in a worker the columns and the order that it posted. */
export interface IndexedPoints extends PointSource {
  readonly order: OrderedLocations;
}
