import {
  type BusinessColumn,
  fieldReader,
  type ColumnMapping,
  type ReadField,
} from '@cluster-atlas/contract';
import {
  fromNationalGrid,
  isOnNationalGrid,
  normalisePostcode,
  toNationalGrid,
} from '@cluster-atlas/geo';
import type { Position } from '../postcodes/geocoder.js';
import {
  companyNumber,
  limitedText,
  optionalCompanyNumber,
  optionalDate,
  optionalText,
  requiredText,
  sectorReference,
} from './register-fields.js';
import {
  RowFault,
  type RegisterRow,
  type SectorReference,
  type StatedColumns,
} from './register-row.js';
import type { Row } from './row-reader.js';

const ADDRESS = ['careOf', 'line1', 'line2', 'town', 'county', 'country'] as const;
const SECTORS = ['sector1', 'sector2', 'sector3', 'sector4'] as const;

export function statedColumns(mapping: ColumnMapping<BusinessColumn>): StatedColumns {
  const has = (column: BusinessColumn) => mapping[column] !== undefined;
  return {
    status: has('status'),
    category: has('category'),
    started: has('started'),
    ended: has('ended'),
    address: ADDRESS.some(has),
    postcode: has('postcode'),
    sectors: SECTORS.some(has),
  };
}

export interface RowRules {
  mapping: ColumnMapping<BusinessColumn>;
  stated: StatedColumns;
  /** Of a register, whose keys are company numbers; another list may number its rows as it likes. */
  isRegister: boolean;
}

/** @throws {RowFault} naming the first thing that makes the row unusable */
export function readRegisterRow(
  { file, row, fields }: Row,
  { mapping, stated, isRegister }: RowRules,
): RegisterRow {
  const field = fieldReader(mapping, fields);
  const name = requiredText(field('name'), 'name', 160).replace(/\s{2,}/g, ' ');
  const postcodeText = limitedText(field('postcode'), 'postcode', 40);
  const postcode = postcodeText === null ? null : normalisePostcode(postcodeText);
  const jobs = readJobs(field('jobs'));
  const key = readKey(fields, { mapping, isRegister });
  return {
    file,
    row,
    companyNumber: isRegister ? null : optionalCompanyNumber(field('companyNumber')),
    externalId: key ?? `${name.toUpperCase()}|${postcode ?? postcodeText?.toUpperCase() ?? ''}`,
    name,
    status: limitedText(field('status'), 'status', 160),
    category: optionalText(field('category')),
    startedOn: optionalDate(field('started'), 'start date'),
    endedOn: optionalDate(field('ended'), 'end date'),
    address: readAddress(field),
    postcode: postcode ?? postcodeText?.toUpperCase() ?? null,
    isPostcode: postcode !== null,
    sectors: readSectors(field),
    position: readPosition(field),
    jobsLow: jobs?.low ?? null,
    jobsHigh: jobs?.high ?? null,
    stated,
  };
}

/**
 * What the source numbers the row by; null if by nothing. Where a list has company numbers only, a text
 * without a figure other than 0 is the `n/a` of a business that is no company.
 *
 * @throws {RowFault} if it is too long, or in the register no company number
 */
export function readKey(
  fields: readonly string[],
  { mapping, isRegister }: Pick<RowRules, 'mapping' | 'isRegister'>,
): string | null {
  const field = fieldReader(mapping, fields)('number');
  if (isRegister) return companyNumber(field);
  const key = limitedText(field, 'number', 100);
  const isNone = mapping.number === mapping.companyNumber && !/[1-9]/.test(key ?? '');
  return isNone ? null : key;
}

function readAddress(field: ReadField<BusinessColumn>): string | null {
  const lines = ADDRESS.map((column) => optionalText(field(column))).filter(
    (line) => line !== null,
  );
  return lines.length > 0 ? lines.join(', ') : null;
}

/** More than any register takes. */
const MOST_SECTORS = 100;

/** In the filer's order; a code named twice counts once. One field may hold several, `62012; 62020`. */
function readSectors(field: ReadField<BusinessColumn>): SectorReference[] {
  const sectors: SectorReference[] = [];
  for (const column of SECTORS) {
    for (const text of field(column)?.split(/[;,|]\s*(?=\d{2,5}\b)/) ?? []) {
      const sector = sectorReference(text);
      if (sector && !sectors.some(({ code }) => code === sector.code)) sectors.push(sector);
    }
  }
  if (sectors.length > MOST_SECTORS) {
    throw new RowFault(
      `the row has ${sectors.length} sectors; at most ${MOST_SECTORS} are allowed`,
    );
  }
  return sectors;
}

/** @throws {RowFault} if it is outside Great Britain, or no number */
export function readPosition(field: ReadField<BusinessColumn>): Position | null {
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

/** `12`, `12.0`, `10-49`, `10 to 49` or `250+`. */
function readJobs(field: string | undefined): { low: number; high: number | null } | null {
  const text = optionalText(field)?.replaceAll(',', '');
  if (text === undefined) return null;
  const match = /^(\d{1,7})(?:\.0+)?\s*(?:(?:-|–|to)\s*(\d{1,7})|(\+))?$/.exec(text);
  if (!match) throw new RowFault(`“${text.slice(0, 40)}” is not a number of employees`);
  const low = Number(match[1]);
  const high = match[3] ? null : Number(match[2] ?? match[1]);
  if (high !== null && high < low) throw new RowFault(`the employees “${text}” run backwards`);
  return { low, high };
}
