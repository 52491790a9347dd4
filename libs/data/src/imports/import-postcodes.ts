import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { placeLocations } from '../postcodes/place-locations.js';
import { updatePostcodeMeans, writePostcodes } from '../postcodes/write-postcodes.js';
import { ensureSource, POSTCODES } from '../sources/source-definitions.js';
import { ImportJob } from './import-job.js';
import { recognisePostcodeFormat, type PostcodePosition } from './postcode-formats.js';
import { RowReader, type ReadOptions, type ReadReport, type RowTaker } from './row-reader.js';
import type { Table } from './table-reader.js';

export interface PostcodeImportReport extends ReadReport {
  imported: number;
  updated: number;
  unchanged: number;
  /** Listed without a position. */
  unplaced: number;
  /** Business locations that got a place, or a better one. */
  locationsPlaced: number;
  formats: string[];
}

const BATCH_ROWS = 5_000;

/** Imports postcode positions, then places the businesses that waited for them. */
export async function importPostcodes(
  database: DataSource,
  options: ReadOptions,
): Promise<PostcodeImportReport> {
  const sourceId = await ensureSource(database, POSTCODES);
  const files = options.paths.map((path) => basename(path));
  const job = await ImportJob.start(database, 'import postcodes', { files });
  return job.finish(async () => {
    const postcodes = new PostcodeImport(database, new RowReader(job, options), sourceId);
    await postcodes.read();
    await updatePostcodeMeans(database, sourceId);
    await database.query(`ANALYZE postcode`);
    const locationsPlaced = await placeLocations(database, job.actor);
    return { ...postcodes.report, locationsPlaced };
  });
}

class PostcodeImport {
  private readonly counts = {
    imported: 0,
    updated: 0,
    unchanged: 0,
    unplaced: 0,
    formats: [] as string[],
  };
  private batch = new Map<string, PostcodePosition>();

  constructor(
    private readonly database: DataSource,
    private readonly reader: RowReader,
    private readonly sourceId: number,
  ) {}

  async read(): Promise<void> {
    await this.reader.read(
      (table) => this.open(table),
      () => this.flush(),
    );
  }

  get report() {
    return { ...this.reader.report, ...this.counts };
  }

  private open(table: Table): RowTaker {
    const format = recognisePostcodeFormat(table.first);
    if (!this.counts.formats.includes(format.name)) this.counts.formats.push(format.name);
    return {
      hasHeader: format.hasHeader,
      take: ({ fields }) => {
        const position = format.read(fields);
        if (position === null) this.counts.unplaced++;
        else if (this.batch.has(position.code))
          this.counts.unchanged++; // GeoNames repeats its codes
        else this.batch.set(position.code, position);
        return this.batch.size >= BATCH_ROWS ? this.flush() : undefined;
      },
    };
  }

  private async flush(): Promise<void> {
    const positions = [...this.batch.values()];
    this.batch = new Map();
    if (positions.length === 0) return;
    const { imported, updated } = await writePostcodes(this.database, positions, this.sourceId);
    this.counts.imported += imported;
    this.counts.updated += updated;
    this.counts.unchanged += positions.length - imported - updated;
    await this.reader.reportProgress();
  }
}
