export type LocationKind = 'registered' | 'trading' | 'activity';

/** The number of a kind in the columns is its place in this list. */
export const LOCATION_KINDS: readonly LocationKind[] = ['registered', 'trading', 'activity'];

/** Dates are days since 1970-01-01. */
export interface StoredLocation {
  kind: LocationKind;
  /** Metres, EPSG:27700; NaN off the grid. */
  easting: number;
  northing: number;
  /** Degrees, WGS 84. */
  longitude: number;
  latitude: number;
  /** As `normalisePostcode` writes it. */
  postcode: string | null;
  /** Null: always. */
  start: number | null;
  /** The first day on which it no longer holds; null: still holds. */
  end: number | null;
}

/** Dates are days since 1970-01-01. */
export interface StoredBusiness {
  /** A positive integer; the store's memory grows with the greatest one. */
  id: number;
  status: string | null;
  /** Null: always begun. */
  start: number | null;
  /** The first day on which it was gone; null: still there. */
  end: number | null;
  /** Stated employees; a single figure has both bounds equal. */
  jobsLow: number | null;
  /** Null beside a `jobsLow`: no upper bound. */
  jobsHigh: number | null;
  /** Sector ids, 1 to 65535, the primary one first. */
  sectors: readonly number[];
  locations: readonly StoredLocation[];
}
