import { forEachSelected, type PointStore, type Selection } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { csvLine } from './csv-line.js';

export type ExportFormat = 'csv' | 'geojson';

/** One business, at the first of the locations that the selection chose. */
interface ExportRow {
  id: string;
  name: string;
  status: string | null;
  started_on: string | null;
  ended_on: string | null;
  sectors: string;
  jobs_low: number | null;
  jobs_high: number | null;
  location_kind: string;
  address: string | null;
  postcode: string | null;
  longitude: number;
  latitude: number;
  easting: number;
  northing: number;
  precision: string;
  source: string;
  source_record: string | null;
}

const PAGE_BUSINESSES = 1_000;

const COLUMNS: readonly (keyof ExportRow)[] = [
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
export async function* exportBusinesses(
  database: DataSource,
  store: PointStore,
  { selection, format }: { selection: Selection; format: ExportFormat },
): AsyncGenerator<string> {
  const { ids, eastings, northings } = selectedPlaces(store, selection);
  if (format === 'csv') yield csvLine(COLUMNS);
  else yield '{"type":"FeatureCollection","features":[';
  for (let from = 0; from < ids.length; from += PAGE_BUSINESSES) {
    const to = from + PAGE_BUSINESSES;
    const rows = await readRows(database, [
      ids.slice(from, to),
      eastings.slice(from, to),
      northings.slice(from, to),
    ]);
    if (format === 'csv')
      yield rows.map((row) => csvLine(COLUMNS.map((column) => row[column]))).join('');
    else yield (from > 0 ? ',\n' : '\n') + rows.map(feature).join(',\n');
  }
  if (format === 'geojson') yield '\n]}\n';
}

function selectedPlaces(store: PointStore, selection: Selection) {
  const found: { id: number; easting: number; northing: number }[] = [];
  const { businesses, locations } = store.columns;
  forEachSelected(store, selection, (business) => {
    if (!business.matches) return;
    const at = business.locations[0]!;
    found.push({
      id: businesses.ids[business.slot]!,
      easting: locations.eastings[at]!,
      northing: locations.northings[at]!,
    });
  });
  found.sort((a, b) => a.id - b.id);
  return {
    ids: found.map(({ id }) => id),
    eastings: found.map(({ easting }) => easting),
    northings: found.map(({ northing }) => northing),
  };
}

function readRows(
  database: DataSource,
  page: [number[], number[], number[]],
): Promise<ExportRow[]> {
  return database.query<ExportRow[]>(
    `SELECT public_id AS id, business.name, status, started_on::text, ended_on::text,
            (SELECT coalesce(string_agg(sector.code, ' ' ORDER BY link.position), '')
             FROM business_sector AS link JOIN sector ON sector.id = link.sector_id
             WHERE link.business_id = business.id) AS sectors,
            jobs_low, jobs_high, location.kind AS location_kind, address, location.postcode,
            ST_X(location.position) AS longitude, ST_Y(location.position) AS latitude,
            location.easting, location.northing, precision, source.slug AS source,
            (SELECT min(external_id) FROM source_record
             WHERE business_id = business.id AND source_id = location.source_id) AS source_record
     FROM unnest($1::integer[], $2::float8[], $3::float8[]) AS found (id, easting, northing)
     JOIN business ON business.id = found.id
     JOIN LATERAL (
       SELECT * FROM business_location
       WHERE business_id = found.id AND easting = found.easting AND northing = found.northing
       ORDER BY valid_to DESC NULLS FIRST, id LIMIT 1
     ) AS location ON true
     JOIN source ON source.id = location.source_id
     ORDER BY business.id`,
    page,
  );
}

/** RFC 7946: degrees with seven decimals, about a centimetre. */
function feature({ id, longitude, latitude, ...properties }: ExportRow): string {
  const coordinates = [longitude, latitude].map((degrees) => Number(degrees.toFixed(7)));
  return JSON.stringify({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates },
    properties,
  });
}
