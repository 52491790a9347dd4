export type LocationKind = 'registered' | 'trading' | 'activity';

/** The number of a kind in the columns is its place in this list. */
export const LOCATION_KINDS: readonly LocationKind[] = ['registered', 'trading', 'activity'];

/**
 * `given` came with the record; the others say which part of the postcode could be placed. The number
 * of a precision in the columns is its place in this list: the most exact first.
 */
export const LOCATION_PRECISIONS = ['given', 'unit', 'sector', 'outcode'] as const;
export type LocationPrecision = (typeof LOCATION_PRECISIONS)[number];

/** Why a location that a source states could not be placed; the number is one more than the place. */
export const UNPLACED_REASONS = ['noPostcode', 'unreadablePostcode', 'unknownPostcode'] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

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
  /** Absent: given. */
  precision?: LocationPrecision;
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
  /** Sector ids, the primary one first. */
  sectors: readonly number[];
  locations: readonly StoredLocation[];
  /** Ids of the sources that name it, ascending; absent: none. */
  sources?: readonly number[];
  /** Of each kind that is stated but could not be placed. */
  unplaced?: Partial<Record<LocationKind, UnplacedReason>>;
}
