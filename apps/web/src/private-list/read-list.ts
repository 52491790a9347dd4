import {
  BUSINESS_COLUMNS,
  DelimitedParser,
  fieldReader,
  guessColumns,
  guessDelimiter,
  type BusinessColumn,
  type ReadField,
} from '@cluster-atlas/contract';
import {
  fromNationalGrid,
  isOnNationalGrid,
  normalisePostcode,
  toNationalGrid,
} from '@cluster-atlas/geo';
import type { ListedBusiness, ListedPlace, Reason } from './listed-business.js';

export const MOST_ROWS = 50_000;
export const MOST_BYTES = 20_000_000;

/** Why a file is no list. */
export type ListProblem = 'tooLarge' | 'tooManyRows' | 'empty' | 'noColumns' | 'unreadable';

export class UnfitList extends Error {
  constructor(
    readonly problem: ListProblem,
    /** The file's own header, where that is the problem. */
    readonly header: readonly string[] = [],
  ) {
    super(problem);
  }
}

export interface ReadList {
  /** What was understood: what a column means, and what the file calls it. */
  columns: [meaning: ListColumn, header: string][];
  businesses: ListedBusiness[];
}

const MEANINGS = ['name', 'postcode', 'longitude', 'latitude', 'easting', 'northing'] as const;
type ListColumn = (typeof MEANINGS)[number];

/**
 * Reads a list of businesses with the columns of a header, whatever its delimiter and byte-order mark.
 *
 * Given coordinates go before a postcode.
 *
 * @throws {UnfitList} if it has no rows, too many, or no column that says where its businesses are
 */
export function readList(text: string): ReadList {
  const plain = text.replace(/^\uFEFF/, '');
  const headerLine = plain.slice(0, plain.search(/\r?\n|$/));
  const parser = new DelimitedParser(guessDelimiter(headerLine));
  const [first, ...records] = [...parser.push(plain), ...parser.end()];
  if (!first?.fields || records.length === 0) throw new UnfitList('empty');
  if (records.length > MOST_ROWS) throw new UnfitList('tooManyRows');
  const header = first.fields.map((field) => field.trim());
  const mapping = guessColumns(BUSINESS_COLUMNS, header);
  const has = (...wanted: BusinessColumn[]) => wanted.every((column) => column in mapping);
  if (!has('postcode') && !has('longitude', 'latitude') && !has('easting', 'northing')) {
    throw new UnfitList('noColumns', header);
  }
  return {
    columns: MEANINGS.flatMap((meaning): ReadList['columns'] =>
      meaning in mapping ? [[meaning, header[mapping[meaning]!]!]] : [],
    ),
    businesses: records.map(({ row, fields }) =>
      fields === null
        ? { row, name: '', postcode: null, place: null, reason: 'unreadable' }
        : readBusiness(row, fieldReader(mapping, fields)),
    ),
  };
}

function readBusiness(row: number, read: ReadField<BusinessColumn>): ListedBusiness {
  const name = read('name')?.trim() ?? '';
  const written = read('postcode')?.trim() ?? '';
  const postcode = normalisePostcode(written);
  const found = readPlace(read);
  if (typeof found === 'object') return { row, name, postcode, place: found, reason: null };
  const isWithout = found === 'noPlace' && written !== '' && postcode === null;
  const reason = postcode !== null ? null : isWithout ? 'badPostcode' : found;
  return { row, name, postcode, place: null, reason };
}

/** By metres where they are given, else by degrees. Where both metres are 0, nothing is known. */
function readPlace(read: ReadField<BusinessColumn>): ListedPlace | Reason {
  const [easting, northing] = [readNumber(read('easting')), readNumber(read('northing'))];
  const [longitude, latitude] = [readNumber(read('longitude')), readNumber(read('latitude'))];
  const precision = 'given';
  if (easting !== null && northing !== null && (easting !== 0 || northing !== 0)) {
    if (Number.isNaN(easting + northing)) return 'badCoordinates';
    const degrees = fromNationalGrid(easting, northing);
    const isOnGrid = isOnNationalGrid(degrees.longitude, degrees.latitude);
    return isOnGrid ? { easting, northing, ...degrees, precision } : 'offGrid';
  }
  if (longitude === null || latitude === null) return 'noPlace';
  if (isOnNationalGrid(longitude, latitude)) {
    return { longitude, latitude, ...toNationalGrid(longitude, latitude), precision };
  }
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return 'badCoordinates';
  return isOnNationalGrid(latitude, longitude) ? 'swapped' : 'offGrid';
}

/** With a decimal point or comma; null where there is nothing, NaN where it is no number. */
function readNumber(text: string | undefined): number | null {
  const plain = text?.trim() ?? '';
  if (plain === '') return null;
  return Number(/^-?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain);
}
