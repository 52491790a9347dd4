import type { ParsedRecord } from '@cluster-atlas/contract';
import { parseFeatures, parseJson, propertyText, type Feature } from './geojson-features.js';
import type { Table } from './table-reader.js';

/**
 * A FeatureCollection of points as a table: the position, then the properties that any feature has.
 * A row's number is that of its feature, the first being 1.
 *
 * @throws {Error} if it is no FeatureCollection
 */
export function pointTable(name: string, text: string): Table {
  const features = parseFeatures(name, parseJson(name, text));
  const properties = new Set(features.flatMap((feature) => Object.keys(feature.properties ?? {})));
  const first = ['longitude', 'latitude', ...properties];
  const records = features.map((feature, i) => toRecord(feature, i + 1, properties));
  return { name, first, titles: [], records: inPages(records) };
}

function toRecord(
  { geometry, properties }: Feature,
  row: number,
  columns: ReadonlySet<string>,
): ParsedRecord {
  if (geometry && geometry.type !== 'Point') {
    return { row, fields: null, reason: `the feature is a ${geometry.type}, not a Point` };
  }
  const [longitude = '', latitude = ''] = (geometry?.coordinates ?? []) as (number | string)[];
  const values = [...columns].map((column) => propertyText(properties?.[column]));
  return { row, fields: [String(longitude), String(latitude), ...values] };
}

const PAGE_ROWS = 1_000;

// eslint-disable-next-line @typescript-eslint/require-await -- a table is read asynchronously
async function* inPages(records: ParsedRecord[]): AsyncGenerator<ParsedRecord[]> {
  for (let at = 0; at < records.length; at += PAGE_ROWS) yield records.slice(at, at + PAGE_ROWS);
}
