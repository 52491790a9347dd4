import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { Geocoder } from '../postcodes/geocoder.js';
import { SectorDirectory } from '../sectors/sector-directory.js';
import { ensureSource, type SourceDefinition } from '../sources/source-definitions.js';
import { commonEdition } from './edition.js';
import { IdSet } from './id-set.js';
import { ImportJob } from './import-job.js';
import { markLeft } from './mark-left.js';
import { hashContent, type PlacedRow } from './register-batch.js';
import { guessColumns, readRegisterRow } from './register-columns.js';
import { RowFault, type RegisterRow } from './register-row.js';
import { writeBatch, type WriterOptions } from './register-writer.js';
import { RowReader, type ReadOptions, type ReadReport, type RowTaker } from './row-reader.js';
import type { Table } from './table-reader.js';

export interface RegisterImportOptions extends ReadOptions {
  source: SourceDefinition;
  /** ISO date of the edition; else it is taken from the files' names. */
  asOf?: string | undefined;
  /** The files hold the whole register: who is missing from them has left it. */
  complete?: boolean | undefined;
}

export interface RegisterImportReport extends ReadReport {
  imported: number;
  updated: number;
  unchanged: number;
  /** Skipped, because a newer edition of them is held. */
  older: number;
  /** Marked as having left the register. */
  left: number;
  located: number;
  unlocated: number;
  edition: string;
  warnings: string[];
}

/** Kept small, so that a write transaction stays under a quarter of a second on the embedded engine. */
const BATCH_ROWS = 1_000;

/** Imports a register of businesses. Running it again is safe, also after a kill -9. */
export async function importRegister(
  database: DataSource,
  options: RegisterImportOptions,
): Promise<RegisterImportReport> {
  const files = options.paths.map((path) => basename(path));
  const { edition, isKnown } = commonEdition(files, options.asOf);
  const sourceId = await ensureSource(database, options.source);
  const job = await ImportJob.start(database, `import ${options.source.slug}`, { files, edition });
  return job.finish(async () => {
    const writer = { sourceId, edition, actor: job.actor, seen: new IdSet() };
    const register = new RegisterImport(database, new RowReader(job, options), writer);
    await register.read();
    const left = options.complete ? await markLeft(database, writer) : 0;
    await database.query(`ANALYZE business, business_location, business_sector, source_record`);
    const warnings = isKnown
      ? []
      : [`No edition date in the file name: taken as today, ${edition}. Give it with --as-of.`];
    return { ...register.report, left, edition, warnings };
  });
}

class RegisterImport {
  private readonly counts = {
    imported: 0,
    updated: 0,
    unchanged: 0,
    older: 0,
    located: 0,
    unlocated: 0,
  };
  private readonly geocoder: Geocoder;
  private readonly sectors: SectorDirectory;
  private writing: Promise<void> = Promise.resolve();
  /** By source key, so that a key that comes twice is noticed. */
  private batch = new Map<string, RegisterRow>();

  constructor(
    private readonly database: DataSource,
    private readonly reader: RowReader,
    private readonly writer: WriterOptions,
  ) {
    this.geocoder = new Geocoder(database);
    this.sectors = new SectorDirectory(database);
  }

  async read(): Promise<void> {
    await this.reader.read(
      (table) => this.open(table),
      async () => {
        await this.flush();
        await this.writing;
      },
    );
  }

  get report() {
    return { ...this.reader.report, ...this.counts };
  }

  private open({ name, first }: Table): RowTaker {
    const mapping = guessColumns(first);
    if (mapping.name === undefined) {
      throw new RangeError(`${name} has no column for the business name (${first.join(', ')})`);
    }
    return {
      hasHeader: true,
      take: ({ file, row, fields }) => {
        const business = readRegisterRow({ row, fields }, mapping);
        const earlier = this.batch.get(business.externalId);
        if (earlier) throw repeated(business.externalId);
        this.batch.set(business.externalId, { ...business, file });
        return this.batch.size >= BATCH_ROWS ? this.flush() : undefined;
      },
    };
  }

  /** Prepares the batch while the one before it is being written. */
  private async flush(): Promise<void> {
    const rows = [...this.batch.values()];
    this.batch = new Map();
    if (rows.length === 0) return;
    const placed = await this.place(rows);
    await this.writing;
    this.writing = this.write(placed);
    this.writing.catch(() => undefined); // it is awaited by the next flush
  }

  private async place(rows: readonly RegisterRow[]): Promise<PlacedRow[]> {
    await this.sectors.add(rows.flatMap((row) => row.sectors));
    const waiting = rows.filter((row) => row.position === null && row.isPostcode);
    const places = await this.geocoder.locate(waiting.map((row) => row.postcode!));
    return rows.map((row) => ({
      ...row,
      place: row.position ?? (row.postcode === null ? null : (places.get(row.postcode) ?? null)),
      sectorIds: row.sectors.map((sector) => this.sectors.id(sector)),
      contentHash: hashContent(row),
    }));
  }

  private async write(rows: readonly PlacedRow[]): Promise<void> {
    const batch = await writeBatch(this.database, rows, this.writer);
    for (const { externalId, file, row } of batch.repeated) {
      await this.reader.reject({ file, row, reason: repeated(externalId).message });
    }
    const refused = new Set(batch.repeated);
    for (const row of rows) {
      if (!refused.has(row)) this.counts[row.place ? 'located' : 'unlocated']++;
    }
    this.counts.imported += batch.created.length;
    this.counts.updated += batch.updated.length;
    this.counts.unchanged += batch.unchanged.length;
    this.counts.older += batch.older.length;
    await this.reader.reportProgress();
  }
}

function repeated(externalId: string): RowFault {
  return new RowFault(`${externalId} is in this import already`);
}
