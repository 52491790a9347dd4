import {
  fromNationalGrid,
  isOnNationalGrid,
  normalisePostcode,
  toNationalGrid,
} from '@cluster-atlas/geo';
import type { Position } from '../postcodes/geocoder.js';
import {
  companyNumber,
  optionalDate,
  optionalText,
  requiredText,
  sectorReference,
} from './register-fields.js';
import { RowFault, type RegisterRow, type SectorReference } from './register-row.js';

/** What a register's columns may mean, with the header names known for each (letters and digits only). */
const HEADERS = {
  name: /^(company|business|trading|organisation|legal)?name$/,
  number: /^(company|registration|register|companyregistration|companieshouse)?(number|no)$|^crn$/,
  status: /^(company)?status$/,
  category: /^companycategory$/,
  started: /^(incorporationdate|startdate|startedon|opened)$/,
  ended: /^(dissolutiondate|enddate|endedon|closed)$/,
  careOf: /^regaddresscareof$/,
  line1: /^(regaddress)?(addressline1|address|street)$/,
  line2: /^(regaddress)?addressline2$/,
  town: /^(regaddress)?(posttown|town|city)$/,
  county: /^(regaddress)?county$/,
  country: /^(regaddress)?country$/,
  postcode: /^(regaddress)?post(al)?code$|^pcds?$/,
  sector1: /^siccodesictext1$|^sic(code)?s?1?$|^sector$/,
  sector2: /^siccodesictext2$|^sic(code)?2$/,
  sector3: /^siccodesictext3$|^sic(code)?3$/,
  sector4: /^siccodesictext4$|^sic(code)?4$/,
  easting: /^eastings?$|^(os)?east1m$/,
  northing: /^northings?$|^(os)?n(o)?rth1m$/,
  longitude: /^(long|longitude|lon|lng)$/,
  latitude: /^(lat|latitude)$/,
  jobs: /^(employees|jobs|staff|headcount|numberofemployees)$/,
} as const;

export type RegisterColumn = keyof typeof HEADERS;
/** Which column of the file, from 0, holds what. */
export type ColumnMapping = Partial<Record<RegisterColumn, number>>;

/** Recognises a register's columns by their headers, whatever their case, spaces and dots. */
export function guessColumns(header: readonly string[]): ColumnMapping {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const mapping: ColumnMapping = {};
  for (const [column, pattern] of Object.entries(HEADERS) as [RegisterColumn, RegExp][]) {
    const index = plain.findIndex((name) => pattern.test(name));
    if (index >= 0) mapping[column] = index;
  }
  return mapping;
}

/** @throws {RowFault} naming the first thing that makes the row unusable */
export function readRegisterRow(
  { row, fields }: { row: number; fields: readonly string[] },
  mapping: ColumnMapping,
): Omit<RegisterRow, 'file'> {
  const field = fieldReader(mapping, fields);
  const name = requiredText(field('name'), 'name', 160).replace(/\s{2,}/g, ' ');
  const postcodeText = optionalText(field('postcode'));
  const postcode = postcodeText === null ? null : normalisePostcode(postcodeText);
  const jobs = readJobs(field('jobs'));
  return {
    row,
    externalId:
      mapping.number === undefined
        ? `${name.toUpperCase()}|${postcode ?? ''}`
        : companyNumber(field('number')),
    name,
    status: optionalText(field('status')),
    category: optionalText(field('category')),
    startedOn: optionalDate(field('started'), 'start date'),
    endedOn: optionalDate(field('ended'), 'end date'),
    address: readAddress(['careOf', 'line1', 'line2', 'town', 'county', 'country'], field),
    postcode: postcode ?? postcodeText?.toUpperCase() ?? null,
    isPostcode: postcode !== null,
    sectors: readSectors(['sector1', 'sector2', 'sector3', 'sector4'], field),
    position: readPosition(field),
    jobsLow: jobs?.low ?? null,
    jobsHigh: jobs?.high ?? null,
  };
}

type ReadField = (column: RegisterColumn) => string | undefined;

/** Reads a row's fields by what they mean. */
export function fieldReader(mapping: ColumnMapping, fields: readonly string[]): ReadField {
  return (column) => {
    const index = mapping[column];
    return index === undefined ? undefined : fields[index];
  };
}

function readAddress(columns: RegisterColumn[], field: ReadField): string | null {
  const lines = columns
    .map((column) => optionalText(field(column)))
    .filter((line) => line !== null);
  return lines.length > 0 ? lines.join(', ') : null;
}

/** In the filer's order; a code named twice counts once. */
function readSectors(columns: RegisterColumn[], field: ReadField): SectorReference[] {
  const sectors: SectorReference[] = [];
  for (const column of columns) {
    const sector = sectorReference(field(column));
    if (sector && !sectors.some(({ code }) => code === sector.code)) sectors.push(sector);
  }
  return sectors;
}

/** @throws {RowFault} if it is outside Great Britain, or no number */
export function readPosition(field: ReadField): Position | null {
  const [easting, northing] = [readNumber(field('easting')), readNumber(field('northing'))];
  if (easting !== null && northing !== null && (easting !== 0 || northing !== 0)) {
    const degrees = fromNationalGrid(easting, northing);
    if (!isOnNationalGrid(degrees.longitude, degrees.latitude)) {
      throw new RowFault(`easting ${easting}, northing ${northing} is not on the British grid`);
    }
    return { easting, northing, ...degrees, precision: 'given' };
  }
  const [longitude, latitude] = [readNumber(field('longitude')), readNumber(field('latitude'))];
  if (longitude === null || latitude === null) return null;
  if (!isOnNationalGrid(longitude, latitude)) {
    throw new RowFault(`longitude ${longitude}, latitude ${latitude} is outside Great Britain`);
  }
  return { ...toNationalGrid(longitude, latitude), longitude, latitude, precision: 'given' };
}

function readNumber(field: string | undefined): number | null {
  const text = optionalText(field);
  if (text === null) return null;
  const number = Number(text.replaceAll(',', ''));
  if (!Number.isFinite(number)) throw new RowFault(`“${text.slice(0, 40)}” is not a number`);
  return number;
}

/** `12`, `10-49`, `10 to 49` or `250+`. */
function readJobs(field: string | undefined): { low: number; high: number | null } | null {
  const text = optionalText(field)?.replaceAll(',', '');
  if (text === undefined) return null;
  const match = /^(\d{1,7})\s*(?:(?:-|–|to)\s*(\d{1,7})|(\+))?$/.exec(text);
  if (!match) throw new RowFault(`“${text.slice(0, 40)}” is not a number of employees`);
  const low = Number(match[1]);
  const high = match[3] ? null : Number(match[2] ?? match[1]);
  if (high !== null && high < low) throw new RowFault(`the employees “${text}” run backwards`);
  return { low, high };
}
