import type { ParsedRecord } from '@cluster-atlas/contract';
import { parseFeatures, parseJson, propertyText, type Feature } from './geojson-features.js';
import type { Table } from './table-reader.js';

/** A column, and what stands in it. */
type Column = readonly [name: string, valueOf: (feature: Feature) => string];

/**
 * A FeatureCollection of points as a table: the position, then the properties that any feature has.
 * A row's number is that of its feature, the first being 1.
 *
 * @param takesPolygons their geometry is a column too, as GeoJSON
 * @throws {Error} if it is no FeatureCollection
 */
export function featureTable(name: string, text: string, takesPolygons: boolean): Table {
  const features = parseFeatures(name, parseJson(name, text));
  const isPolygon = ({ geometry }: Feature) =>
    takesPolygons && /^(Multi)?Polygon$/.test(geometry?.type ?? '');
  const properties = new Set(features.flatMap((feature) => Object.keys(feature.properties ?? {})));
  const columns: Column[] = [...properties].map((property) => [
    property,
    (feature) => propertyText(feature.properties?.[property]),
  ]);
  if (!features.every(isPolygon)) {
    const ordinate = (at: number) => (feature: Feature) =>
      isPolygon(feature) ? '' : propertyText(coordinatesOf(feature)[at]);
    columns.unshift(['longitude', ordinate(0)], ['latitude', ordinate(1)]);
  }
  if (features.some(isPolygon)) {
    const boundary = (feature: Feature) =>
      isPolygon(feature) ? JSON.stringify(feature.geometry) : '';
    columns.push(['boundary', boundary]);
  }
  const records = features.map((feature, i): ParsedRecord => {
    const row = i + 1;
    const type = feature.geometry?.type ?? 'Point';
    if (type !== 'Point' && !isPolygon(feature)) {
      return { row, fields: null, reason: `the feature is a ${type}, not a Point` };
    }
    return { row, fields: columns.map(([, valueOf]) => valueOf(feature)) };
  });
  return { name, first: columns.map(([column]) => column), titles: [], records: inPages(records) };
}

function coordinatesOf({ geometry }: Feature): readonly unknown[] {
  return (geometry?.coordinates ?? []) as unknown[];
}

const PAGE_ROWS = 1_000;

// eslint-disable-next-line @typescript-eslint/require-await -- a table is read asynchronously
async function* inPages(records: ParsedRecord[]): AsyncGenerator<ParsedRecord[]> {
  for (let at = 0; at < records.length; at += PAGE_ROWS) yield records.slice(at, at + PAGE_ROWS);
}
