import {
  LOCATION_KINDS,
  LOCATION_PRECISIONS,
  UNPLACED_REASONS,
  type StoredBusiness,
  type StoredLocation,
} from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { POSTCODE_PATTERN } from '../postcodes/place-locations.js';
import { packed, readNumbers, readTexts, type Packed } from './read-packed.js';

/** Which businesses: the condition on a column with their ids, and what it speaks of. */
interface Choice {
  chosen: (column: string) => string;
  parameters: unknown[];
}

type Columns<Name extends string> = Record<Name, Packed>;

/** Days since 1970-01-01. */
const day = (date: string) => `${date} - DATE '1970-01-01'`;

/** The place of a text in a list, from 1. */
const placeIn = (list: readonly string[], text: string) =>
  `array_position('{${list.join(',')}}'::text[], ${text})`;

/** A business that does not say when it began, did so when first seen. */
const BUSINESSES = `
  SELECT business.id, status, jobs_low, jobs_high, ${day('ended_on')} AS "end",
         ${day(`coalesce(started_on, (SELECT min(first_seen_on) FROM source_record WHERE business_id = business.id))`)} AS "start"
  FROM business WHERE`;
const BUSINESS_COLUMNS = ['id', 'status', 'jobs_low', 'jobs_high', 'start', 'end'] as const;

const SECTORS = `SELECT business_id, sector_id FROM business_sector WHERE`;
const SECTOR_COLUMNS = ['business_id', 'sector_id'] as const;

const SOURCES = `SELECT DISTINCT business_id, source_id FROM source_record WHERE`;
const SOURCE_COLUMNS = ['business_id', 'source_id'] as const;

/**
 * Of those without a position why they have none, if they still hold; a row without any address
 * states none.
 */
const LOCATIONS = `
  SELECT business_id, ${placeIn(LOCATION_KINDS, 'kind')} AS kind,
         ${placeIn(LOCATION_PRECISIONS, 'precision')} AS precision,
         easting, northing, ST_X(position) AS longitude, ST_Y(position) AS latitude, postcode,
         ${day('valid_from')} AS "start", ${day('valid_to')} AS "end",
         ${placeIn(
           UNPLACED_REASONS,
           `CASE WHEN position IS NOT NULL OR valid_to IS NOT NULL THEN NULL
                 WHEN postcode ~ '${POSTCODE_PATTERN}' THEN 'unknownPostcode'
                 WHEN postcode IS NOT NULL THEN 'unreadablePostcode'
                 WHEN address IS NOT NULL THEN 'noPostcode' END`,
         )} AS reason
  FROM business_location WHERE`;
const LOCATION_COLUMNS = [
  ...(['business_id', 'kind', 'precision', 'easting', 'northing', 'longitude'] as const),
  ...(['latitude', 'postcode', 'start', 'end', 'reason'] as const),
] as const;

/** As the point store takes them, by id. */
export async function readBusinesses(
  database: DataSource,
  { chosen, parameters }: Choice,
): Promise<Iterable<StoredBusiness>> {
  const read = async <Name extends string>(names: readonly Name[], query: string) => {
    const [row] = await database.query<Columns<Name>[]>(packed(names, query), parameters);
    return row!;
  };
  const businesses = await read(
    BUSINESS_COLUMNS,
    `${BUSINESSES} ${chosen('business.id')} ORDER BY business.id`,
  );
  const own = `${chosen('business_id')} ORDER BY business_id`;
  return joined(businesses, {
    sectors: numbersOf(await read(SECTOR_COLUMNS, `${SECTORS} ${own}, position`), 'sector_id'),
    sources: numbersOf(await read(SOURCE_COLUMNS, `${SOURCES} ${own}, source_id`), 'source_id'),
    locations: new Locations(await read(LOCATION_COLUMNS, `${LOCATIONS} ${own}, id`)),
  });
}

interface Belongings {
  sectors: Numbers;
  sources: Numbers;
  locations: Locations;
}

function* joined(
  columns: Columns<(typeof BUSINESS_COLUMNS)[number]>,
  { sectors, sources, locations }: Belongings,
): Iterable<StoredBusiness> {
  const ids = readNumbers(columns.id);
  const statuses = readTexts(columns.status);
  const starts = readNumbers(columns.start);
  const ends = readNumbers(columns.end);
  const jobsLow = readNumbers(columns.jobs_low);
  const jobsHigh = readNumbers(columns.jobs_high);
  for (const [i, id] of ids.entries()) {
    yield {
      id,
      status: statuses[i]!,
      start: orNull(starts[i]!),
      end: orNull(ends[i]!),
      jobsLow: orNull(jobsLow[i]!),
      jobsHigh: orNull(jobsHigh[i]!),
      sectors: sectors.of(id),
      sources: sources.of(id),
      ...locations.of(id),
    };
  }
}

/** Rows in the order of their businesses, handed out as these are gone through. */
class Runs {
  private at = 0;

  constructor(private readonly businessIds: Float64Array) {}

  /** @returns where the rows of a business begin and end */
  next(id: number): { from: number; to: number } {
    const { businessIds } = this;
    while (businessIds[this.at]! < id) this.at++; // of a business that came between two queries
    const from = this.at;
    while (businessIds[this.at] === id) this.at++;
    return { from, to: this.at };
  }
}

class Numbers {
  private readonly runs: Runs;

  constructor(
    businessIds: Float64Array,
    private readonly numbers: Float64Array,
  ) {
    this.runs = new Runs(businessIds);
  }

  of(id: number): number[] {
    const { from, to } = this.runs.next(id);
    return Array.from(this.numbers.subarray(from, to));
  }
}

function numbersOf<Name extends string>(
  columns: Columns<Name | 'business_id'>,
  name: Name,
): Numbers {
  return new Numbers(readNumbers(columns.business_id), readNumbers(columns[name]));
}

class Locations {
  private readonly runs: Runs;
  private readonly kinds: Float64Array;
  private readonly precisions: Float64Array;
  private readonly eastings: Float64Array;
  private readonly northings: Float64Array;
  private readonly longitudes: Float64Array;
  private readonly latitudes: Float64Array;
  private readonly postcodes: (string | null)[];
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;
  private readonly reasons: Float64Array;

  constructor(columns: Columns<(typeof LOCATION_COLUMNS)[number]>) {
    this.runs = new Runs(readNumbers(columns.business_id));
    this.kinds = readNumbers(columns.kind);
    this.precisions = readNumbers(columns.precision);
    this.eastings = readNumbers(columns.easting);
    this.northings = readNumbers(columns.northing);
    this.longitudes = readNumbers(columns.longitude);
    this.latitudes = readNumbers(columns.latitude);
    this.postcodes = readTexts(columns.postcode);
    this.starts = readNumbers(columns.start);
    this.ends = readNumbers(columns.end);
    this.reasons = readNumbers(columns.reason);
  }

  of(id: number): Required<Pick<StoredBusiness, 'locations' | 'unplaced'>> {
    const locations: StoredLocation[] = [];
    const unplaced: StoredBusiness['unplaced'] = {};
    const { from, to } = this.runs.next(id);
    for (let i = from; i < to; i++) {
      const reason = this.reasons[i]!;
      if (!Number.isNaN(this.longitudes[i])) locations.push(this.placed(i));
      else if (reason > 0) unplaced[this.kindOf(i)] = UNPLACED_REASONS[reason - 1]!;
    }
    return { locations, unplaced };
  }

  private kindOf(i: number) {
    return LOCATION_KINDS[this.kinds[i]! - 1]!;
  }

  private placed(i: number): StoredLocation {
    return {
      kind: this.kindOf(i),
      precision: LOCATION_PRECISIONS[this.precisions[i]! - 1]!,
      easting: this.eastings[i]!,
      northing: this.northings[i]!,
      longitude: this.longitudes[i]!,
      latitude: this.latitudes[i]!,
      postcode: this.postcodes[i]!,
      start: orNull(this.starts[i]!),
      end: orNull(this.ends[i]!),
    };
  }
}

function orNull(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}
