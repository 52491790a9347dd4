import {
  BUSINESS_COLUMNS,
  fieldReader,
  guessColumns,
  type BusinessColumn,
  type ReadField,
} from '@cluster-atlas/contract';
import { isOnNationalGrid, normalisePostcode } from '@cluster-atlas/geo';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { measureBoundary, type MeasuredBoundary } from '../hubs/measure-boundary.js';
import { writeHubs, type NewHub } from '../hubs/write-hubs.js';
import { Geocoder, type Position } from '../postcodes/geocoder.js';
import { ensureSource, type SourceDefinition } from '../sources/source-definitions.js';
import { ImportJob } from './import-job.js';
import { readPolygons } from './polygon-text.js';
import { optionalText, requiredText } from './register-fields.js';
import { readPosition } from './register-row-reader.js';
import { RowFault } from './register-row.js';
import { RowReader, type ReadOptions, type ReadReport, type RowTaker } from './row-reader.js';
import { slugify } from './slugify.js';
import type { Table } from './table-reader.js';

export interface HubImportReport extends ReadReport {
  imported: number;
  updated: number;
  unchanged: number;
}

const HUB_LIST: SourceDefinition = {
  slug: 'hub-list',
  name: 'A list of hubs loaded by the operator',
  licence: 'As the operator states',
  attribution: '',
};

/** A larger one would let formation agents' addresses in; a science park has 1 to 5 km². */
const MOST_KM2 = 25;

/**
 * Imports hubs from a CSV with the columns id or slug, name, kind, a position or a postcode, and perhaps
 * a boundary as WKT or GeoJSON; or from GeoJSON points and polygons with these properties.
 */
export async function importHubs(
  database: DataSource,
  options: ReadOptions,
): Promise<HubImportReport> {
  const sourceId = await ensureSource(database, HUB_LIST);
  const files = options.paths.map((path) => basename(path));
  const job = await ImportJob.start(database, 'import hubs', { files });
  return job.finish(async () => {
    const reader = new RowReader(job, options);
    const hubs = new HubReader(database);
    await reader.read(
      (table) => hubs.open(table),
      () => Promise.resolve(),
      { takesPolygons: true },
    );
    const written = await writeHubs(database, hubs.read, { sourceId, actor: job.actor });
    return {
      ...reader.report,
      ...written,
      unchanged: hubs.read.length - written.imported - written.updated,
    };
  });
}

class HubReader {
  readonly read: NewHub[] = [];
  private readonly geocoder: Geocoder;

  constructor(private readonly database: DataSource) {
    this.geocoder = new Geocoder(database);
  }

  open({ name: file, first }: Table): RowTaker {
    const mapping = guessColumns(BUSINESS_COLUMNS, first);
    const slug = first.findIndex((name) => /^(id|slug)$/i.test(name));
    const kind = first.findIndex((name) => /^(kind|type)$/i.test(name));
    const boundary = first.findIndex((name) => /^(boundary|wkt|geom|geometry)$/i.test(name));
    if (mapping.name === undefined) {
      throw new RangeError(`${file} has no column “name” (${first.join(', ')})`);
    }
    return {
      hasHeader: true,
      take: async ({ fields }) => {
        const field = fieldReader(mapping, fields);
        const title = requiredText(field('name'), 'name', 160);
        const measured = await this.readBoundary(title, fields[boundary]);
        const place = (await this.locate(field)) ?? measured;
        if (!place) throw new RowFault(`${title} has no position, and its postcode is not known`);
        this.read.push({
          slug: optionalText(fields[slug]) ?? slugify(title),
          name: title,
          kind: optionalText(fields[kind]) ?? 'hub',
          longitude: place.longitude,
          latitude: place.latitude,
          positionErrorMetres: null,
          ...(boundary >= 0 && { boundary: measured?.boundary ?? null }),
        });
      },
    };
  }

  private async locate(field: ReadField<BusinessColumn>): Promise<Position | null> {
    const given = readPosition(field);
    if (given) return given;
    const unit = normalisePostcode(field('postcode') ?? '');
    return unit === null ? null : ((await this.geocoder.locate([unit])).get(unit) ?? null);
  }

  private async readBoundary(
    title: string,
    field: string | undefined,
  ): Promise<MeasuredBoundary | null> {
    const text = optionalText(field);
    if (text === null) return null;
    const measured = await measureBoundary(this.database, readPolygons(text));
    if (!measured) throw new RowFault(`the boundary of ${title} has no area`);
    const { km2, longitude, latitude } = measured;
    if (!isOnNationalGrid(longitude, latitude)) {
      throw new RowFault(`the boundary of ${title} is outside Great Britain`);
    }
    if (km2 > MOST_KM2) {
      throw new RowFault(
        `the boundary of ${title} covers ${Math.round(km2)} km²: that of a hub covers ${MOST_KM2} at most`,
      );
    }
    return measured;
  }
}
