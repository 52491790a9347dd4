/** Where a business of the list is, and how that was told. */
export interface ListedPlace {
  longitude: number;
  latitude: number;
  /** Metres, EPSG:27700. */
  easting: number;
  northing: number;
  precision: 'given' | 'unit' | 'sector' | 'outcode';
}

/** Why a row is not on the map. */
export type Reason =
  | 'unreadable'
  | 'noPlace'
  | 'badCoordinates'
  | 'swapped'
  | 'offGrid'
  | 'badPostcode'
  | 'unknownPostcode'
  | 'notLookedUp';

export interface ListedBusiness {
  /** Its line in the file. */
  row: number;
  name: string;
  /** In its usual writing. */
  postcode: string | null;
  place: ListedPlace | null;
  /** Null where there is a place, or one may yet be found by the postcode. */
  reason: Reason | null;
}

export type PlacedBusiness = ListedBusiness & { place: ListedPlace };

export function isPlaced(business: ListedBusiness): business is PlacedBusiness {
  return business.place !== null;
}

/** It has a postcode only, which has not been looked up. */
export function isWaiting({ place, reason }: ListedBusiness): boolean {
  return place === null && reason === null;
}
