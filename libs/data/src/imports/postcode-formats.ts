import {
  fromNationalGrid,
  isOnNationalGrid,
  normalisePostcode,
  toNationalGrid,
} from '@cluster-atlas/geo';
import type { Position } from '../postcodes/geocoder.js';
import { RowFault } from './register-row.js';

export interface PostcodePosition extends Omit<Position, 'precision'> {
  code: string;
  kind: 'unit' | 'sector' | 'outcode';
}

/** How one of the published postcode lists is laid out. */
export interface PostcodeFormat {
  name: string;
  /** Then the first row is data already. */
  hasHeader: boolean;
  /** @returns null where the list gives no position. @throws {RowFault} if the row is unusable */
  read: (fields: readonly string[]) => PostcodePosition | null;
}

/**
 * Recognises a postcode list by its first row: ONSPD and NSPL of any year, a plain
 * `Postcode,lat,long`, OS Code-Point Open, or GeoNames.
 *
 * @throws {RangeError} if it is none of them
 */
export function recognisePostcodeFormat(first: readonly string[]): PostcodeFormat {
  const format = headed(first) ?? codePointOpen(first) ?? geoNames(first);
  if (!format) {
    throw new RangeError(
      `not a postcode list that is known (ONSPD, NSPL, Postcode,lat,long, Code-Point Open, GeoNames): ${first.slice(0, 5).join(', ')}`,
    );
  }
  return format;
}

/** ONS changes its column names with the year (`oseast1m`, then `east1m`), so they are told by pattern. */
function headed(header: readonly string[]): PostcodeFormat | null {
  const column = (pattern: RegExp) => header.findIndex((name) => pattern.test(name.toLowerCase()));
  const code = column(/^(pcds|postcode|sector|outcode)$/);
  const latitude = column(/^lat(itude)?$/);
  const longitude = column(/^(long?|longitude)$/);
  const gridQuality = column(/^(osgrdind|gridind)$/);
  if (code < 0 || latitude < 0 || longitude < 0) return null;
  return {
    name: gridQuality < 0 ? 'Postcode,lat,long' : 'ONSPD or NSPL',
    hasHeader: true,
    read: (fields) => {
      // 9 is “no position” (Channel Islands, Isle of Man); its latitude is 99.999999 or empty
      if (gridQuality >= 0 && fields[gridQuality]?.trim() === '9') return null;
      if (!fields[latitude]?.trim() || !fields[longitude]?.trim()) return null;
      return fromDegrees(fields[code]!, Number(fields[longitude]), Number(fields[latitude]));
    },
  };
}

/** Source: Code-Point Open column headers: PC, PQ, EA, NO, CY, RH, LH, CC, DC, WC; no header row. */
function codePointOpen(first: readonly string[]): PostcodeFormat | null {
  if (first.length !== 10 || codeKind(first[0]!) === null || !/^\d+$/.test(first[2]!)) return null;
  return {
    name: 'Code-Point Open',
    hasHeader: false,
    read: (fields) => {
      const [easting, northing] = [Number(fields[2]), Number(fields[3])];
      if (easting === 0 && northing === 0) return null; // quality 90: no position
      const { longitude, latitude } = fromNationalGrid(easting, northing);
      return position(fields[0]!, { easting, northing, longitude, latitude });
    },
  };
}

/** Source: GeoNames postal codes readme: 12 tab-separated columns, no header row. */
function geoNames(first: readonly string[]): PostcodeFormat | null {
  if (first.length !== 12 || !/^[A-Z]{2}$/.test(first[0]!)) return null;
  return {
    name: 'GeoNames',
    hasHeader: false,
    read: (fields) => {
      if (fields[0] !== 'GB') throw new RowFault(`postcodes of ${fields[0]} cannot be placed yet`);
      return fromDegrees(fields[1]!, Number(fields[10]), Number(fields[9]));
    },
  };
}

function fromDegrees(text: string, longitude: number, latitude: number): PostcodePosition {
  if (!isOnNationalGrid(longitude, latitude)) {
    throw new RowFault(
      `longitude ${longitude}, latitude ${latitude} of ${text} is outside the British grid`,
    );
  }
  return position(text, { longitude, latitude, ...toNationalGrid(longitude, latitude) });
}

function position(text: string, place: Omit<Position, 'precision'>): PostcodePosition {
  const known = codeKind(text);
  if (!known) throw new RowFault(`“${text.slice(0, 20)}” is not a postcode`);
  if (!Number.isFinite(place.easting))
    throw new RowFault(`the position of ${text} is not a number`);
  return { ...known, ...place };
}

function codeKind(text: string): Pick<PostcodePosition, 'code' | 'kind'> | null {
  const code = text.trim().toUpperCase().replace(/\s+/g, ' ');
  if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(code)) return { code, kind: 'outcode' };
  if (/^[A-Z]{1,2}\d[A-Z\d]? \d$/.test(code)) return { code, kind: 'sector' };
  const unit = normalisePostcode(code);
  return unit === null ? null : { code: unit, kind: 'unit' };
}
