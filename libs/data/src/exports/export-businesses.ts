import { csvLine } from '@cluster-atlas/contract';
import { placedInScope, type PointStore, type Selection } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { FOUND_LOCATION, type FoundBusinesses } from '../analyses/business-summaries.js';

export type ExportFormat = 'csv' | 'geojson';

/** One business, at the first of the locations that the selection chose; null where it is not there. */
interface ExportRow {
  /** Which of the businesses that were found. */
  at: number;
  id: string | null;
  name: string | null;
  status: string | null;
  started_on: string | null;
  ended_on: string | null;
  sectors: string | null;
  jobs_low: number | null;
  jobs_high: number | null;
  location_kind: string | null;
  address: string | null;
  postcode: string | null;
  longitude: number | null;
  latitude: number | null;
  easting: number | null;
  northing: number | null;
  precision: string | null;
  source: string | null;
  source_record: string | null;
}

type PlacedRow = ExportRow & { longitude: number; latitude: number };

const PAGE_BUSINESSES = 1_000;

const COLUMNS: readonly Exclude<keyof ExportRow, 'at'>[] = [
  'id',
  'name',
  'status',
  'started_on',
  'ended_on',
  'sectors',
  'jobs_low',
  'jobs_high',
  'location_kind',
  'address',
  'postcode',
  'longitude',
  'latitude',
  'easting',
  'northing',
  'precision',
  'source',
  'source_record',
];

/** The selected businesses as text, a page at a time, in the order of their entry. */
export function exportBusinesses(
  database: DataSource,
  store: PointStore,
  { selection, format }: { selection: Selection; format: ExportFormat },
): AsyncGenerator<string> {
  const everywhere = { box: null, site: null, near: null };
  return exportFound(database, placedInScope(store, everywhere, selection), format);
}

/** What else a table tells of each. */
interface MoreColumns {
  columns: readonly string[];
  /** Whether those that are no longer there, or nowhere on the map, have a line too. */
  keepsAll?: boolean;
  /** Of the business at a place in `ids`. */
  valuesAt: (at: number, row: ExportRow) => (string | number | null)[];
}

const NO_MORE: MoreColumns = { columns: [], valuesAt: () => [] };

/** Any businesses as text, a page at a time; each at the place given. */
export async function* exportFound(
  database: DataSource,
  { ids, eastings, northings }: FoundBusinesses,
  format: ExportFormat,
  { columns, keepsAll = false, valuesAt }: MoreColumns = NO_MORE,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine([...COLUMNS, ...columns]);
  else yield '{"type":"FeatureCollection","features":[';
  for (let from = 0; from < ids.length; from += PAGE_BUSINESSES) {
    const to = from + PAGE_BUSINESSES;
    const rows = await readRows(database, [
      [...ids.subarray(from, to)],
      [...eastings.subarray(from, to)],
      [...northings.subarray(from, to)],
    ]);
    const line = (row: ExportRow) =>
      csvLine([...COLUMNS.map((name) => row[name]), ...valuesAt(from + row.at, row)]);
    if (format === 'csv') yield (keepsAll ? rows : rows.filter(isPlaced)).map(line).join('');
    else yield (from > 0 ? ',\n' : '\n') + rows.filter(isPlaced).map(feature).join(',\n');
  }
  if (format === 'geojson') yield '\n]}\n';
}

function isPlaced(row: ExportRow): row is PlacedRow {
  return row.longitude !== null;
}

function readRows(
  database: DataSource,
  page: [number[], number[], number[]],
): Promise<ExportRow[]> {
  return database.query<ExportRow[]>(
    `SELECT at::integer - 1 AS at, public_id AS id, business.name, status, started_on::text, ended_on::text,
            (SELECT coalesce(string_agg(sector.code, ' ' ORDER BY link.position), '')
             FROM business_sector AS link JOIN sector ON sector.id = link.sector_id
             WHERE link.business_id = business.id) AS sectors,
            jobs_low, jobs_high, location.kind AS location_kind, address, location.postcode,
            ST_X(location.position) AS longitude, ST_Y(location.position) AS latitude,
            location.easting, location.northing, precision, source.slug AS source,
            (SELECT min(external_id) FROM source_record
             WHERE business_id = business.id AND source_id = location.source_id) AS source_record
     FROM unnest($1::integer[], $2::float8[], $3::float8[])
            WITH ORDINALITY AS found (id, easting, northing, at)
     LEFT JOIN business ON business.id = found.id
     LEFT JOIN ${FOUND_LOCATION} ON true
     LEFT JOIN source ON source.id = location.source_id
     ORDER BY at`,
    page,
  );
}

/** RFC 7946: degrees with seven decimals, about a centimetre. */
function feature({ at: _at, id, longitude, latitude, ...properties }: PlacedRow): string {
  const coordinates = [longitude, latitude].map((degrees) => Number(degrees.toFixed(7)));
  return JSON.stringify({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates },
    properties,
  });
}
