import { BUSINESS_COLUMNS, fieldReader, guessColumns } from '@cluster-atlas/contract';
import { normalisePostcode } from '@cluster-atlas/geo';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { writeHubs, type NewHub } from '../hubs/write-hubs.js';
import { Geocoder } from '../postcodes/geocoder.js';
import { ensureSource, type SourceDefinition } from '../sources/source-definitions.js';
import { ImportJob } from './import-job.js';
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

/** Imports hubs from a CSV with the columns id or slug, name, kind, and a position or a postcode. */
export async function importHubs(
  database: DataSource,
  options: ReadOptions,
): Promise<HubImportReport> {
  const sourceId = await ensureSource(database, HUB_LIST);
  const files = options.paths.map((path) => basename(path));
  const job = await ImportJob.start(database, 'import hubs', { files });
  return job.finish(async () => {
    const reader = new RowReader(job, options);
    const geocoder = new Geocoder(database);
    const hubs: NewHub[] = [];
    await reader.read(
      (table) => hubTaker(table, geocoder, hubs),
      () => Promise.resolve(),
    );
    const written = await writeHubs(database, hubs, { sourceId, actor: job.actor });
    return {
      ...reader.report,
      ...written,
      unchanged: hubs.length - written.imported - written.updated,
    };
  });
}

function hubTaker({ name: file, first }: Table, geocoder: Geocoder, hubs: NewHub[]): RowTaker {
  const mapping = guessColumns(BUSINESS_COLUMNS, first);
  const slug = first.findIndex((name) => /^(id|slug)$/i.test(name));
  const kind = first.findIndex((name) => /^(kind|type)$/i.test(name));
  if (mapping.name === undefined) {
    throw new RangeError(`${file} has no column “name” (${first.join(', ')})`);
  }
  return {
    hasHeader: true,
    take: async ({ fields }) => {
      const field = fieldReader(mapping, fields);
      const title = requiredText(field('name'), 'name', 160);
      const unit = normalisePostcode(field('postcode') ?? '');
      const place =
        readPosition(field) ?? (unit && ((await geocoder.locate([unit])).get(unit) ?? null));
      if (!place) throw new RowFault(`${title} has no position, and its postcode is not known`);
      hubs.push({
        slug: optionalText(fields[slug]) ?? slugify(title),
        name: title,
        kind: optionalText(fields[kind]) ?? 'hub',
        longitude: place.longitude,
        latitude: place.latitude,
        positionErrorMetres: null,
      });
    },
  };
}
