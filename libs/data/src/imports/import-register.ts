import { normalisePostcode } from '@cluster-atlas/geo';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { Geocoder } from '../postcodes/geocoder.js';
import { SectorDirectory } from '../sectors/sector-directory.js';
import { ensureSource, type SourceDefinition } from '../sources/source-definitions.js';
import type { ParsedRecord } from './delimited-parser.js';
import { commonEdition } from './edition.js';
import { IdSet } from './id-set.js';
import { ImportJob, type ImportProgress } from './import-job.js';
import { inputSize, openInput } from './input-file.js';
import { markLeft } from './mark-left.js';
import { hashContent, type PlacedRow } from './register-batch.js';
import { guessColumns, readRegisterRow, type ColumnMapping } from './register-columns.js';
import { RowFault, type RegisterRow } from './register-row.js';
import { writeBatch, type WriterOptions } from './register-writer.js';
import { RejectReport, type Reject } from './reject-report.js';
import { readTable } from './table-reader.js';

export interface RegisterImportOptions {
  paths: readonly string[];
  source: SourceDefinition;
  /** ISO date of the edition; else it is taken from the files' names. */
  asOf?: string | undefined;
  /** The files hold the whole register: who is missing from them has left it. */
  complete?: boolean | undefined;
  rejectsFile: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface RegisterImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  /** Skipped, because a newer edition of them is held. */
  older: number;
  /** Marked as having left the register. */
  left: number;
  rejected: number;
  located: number;
  unlocated: number;
  seconds: number;
  edition: string;
  rejects: Reject[];
  rejectsFile: string | null;
  warnings: string[];
}

const BATCH_ROWS = 2_000;

/** Imports a register of businesses. Running it again is safe, also after a kill -9. */
export async function importRegister(
  database: DataSource,
  options: RegisterImportOptions,
): Promise<RegisterImportReport> {
  const names = options.paths.map((path) => basename(path));
  const { edition, isKnown } = commonEdition(names, options.asOf);
  const sourceId = await ensureSource(database, options.source);
  const job = await ImportJob.start(database, `import ${options.source.slug}`, {
    files: names,
    edition,
  });
  return job.finish(async () => {
    const register = new RegisterImport(database, job, options, {
      sourceId,
      edition,
      actor: job.actor,
      seen: new IdSet(),
    });
    if (!isKnown) {
      register.report.warnings.push(
        `No edition date in the file name: taken as today, ${edition}. Give it with --as-of.`,
      );
    }
    return register.run();
  });
}

class RegisterImport {
  readonly report: RegisterImportReport;
  private readonly started = performance.now();
  private readonly geocoder: Geocoder;
  private readonly sectors: SectorDirectory;
  private readonly rejects: RejectReport;
  private readonly progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, rows: 0 };
  private writing: Promise<void> = Promise.resolve();
  /** By source key, so that a key that comes twice is noticed. */
  private batch = new Map<string, RegisterRow>();

  constructor(
    private readonly database: DataSource,
    private readonly job: ImportJob,
    private readonly options: RegisterImportOptions,
    private readonly writer: WriterOptions,
  ) {
    this.geocoder = new Geocoder(database);
    this.sectors = new SectorDirectory(database);
    this.rejects = new RejectReport(options.rejectsFile);
    this.report = {
      rows: 0,
      imported: 0,
      updated: 0,
      unchanged: 0,
      older: 0,
      left: 0,
      rejected: 0,
      located: 0,
      unlocated: 0,
      seconds: 0,
      edition: writer.edition,
      rejects: this.rejects.first,
      rejectsFile: null,
      warnings: [],
    };
  }

  async run(): Promise<RegisterImportReport> {
    const { paths } = this.options;
    this.progress.bytesTotal = await inputSize(paths);
    try {
      for (const path of paths) {
        for await (const input of openInput(path, (count) => (this.progress.bytesRead += count))) {
          await this.readInput(input);
        }
      }
    } finally {
      await this.flush();
      await this.writing;
      await this.rejects.close();
    }
    if (this.options.complete) this.report.left = await markLeft(this.database, this.writer);
    this.report.rejected = this.rejects.count;
    this.report.rejectsFile = this.rejects.file;
    this.report.seconds = Math.round(performance.now() - this.started) / 1000;
    return this.report;
  }

  private async readInput(input: Parameters<typeof readTable>[0]): Promise<void> {
    const table = await readTable(input);
    const mapping = guessColumns(table.first);
    if (mapping.name === undefined) {
      throw new RangeError(
        `${table.name} has no column for the business name (${table.first.join(', ')})`,
      );
    }
    for await (const records of table.records) {
      for (const record of records) await this.readRecord(record, table, mapping);
    }
  }

  private async readRecord(
    record: ParsedRecord,
    { name, first }: { name: string; first: string[] },
    mapping: ColumnMapping,
  ): Promise<void> {
    this.report.rows++;
    try {
      if (record.fields === null) throw new RowFault(record.reason);
      if (record.fields.length !== first.length) {
        throw new RowFault(
          `the row has ${record.fields.length} fields, the header ${first.length}`,
        );
      }
      const row = readRegisterRow(record, mapping);
      const earlier = this.batch.get(row.externalId);
      if (earlier)
        throw new RowFault(`${row.externalId} is in this import already, in row ${earlier.row}`);
      this.batch.set(row.externalId, { ...row, file: name });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      await this.rejects.add({ file: name, row: record.row, reason: error.message });
    }
    if (this.batch.size >= BATCH_ROWS) await this.flush();
  }

  /** Prepares the batch while the one before it is being written. */
  private async flush(): Promise<void> {
    const rows = [...this.batch.values()];
    this.batch = new Map();
    const placed = await this.place(rows);
    await this.writing;
    this.writing = placed.length > 0 ? this.write(placed) : Promise.resolve();
    this.writing.catch(() => undefined); // it is awaited by the next flush
  }

  private async place(rows: readonly RegisterRow[]): Promise<PlacedRow[]> {
    await this.sectors.add(rows.flatMap((row) => row.sectors));
    const units = rows
      .filter((row) => row.position === null && row.postcode !== null)
      .map((row) => normalisePostcode(row.postcode!))
      .filter((unit) => unit !== null);
    const places = await this.geocoder.locate(units);
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
      await this.rejects.add({ file, row, reason: `${externalId} is in this import already` });
    }
    const taken = rows.length - batch.repeated.length;
    const repeated = new Set(batch.repeated);
    const located = rows.filter((row) => row.place !== null && !repeated.has(row)).length;
    this.report.imported += batch.created.length;
    this.report.updated += batch.updated.length;
    this.report.unchanged += batch.unchanged.length;
    this.report.older += batch.older.length;
    this.report.located += located;
    this.report.unlocated += taken - located;
    this.progress.rows += rows.length;
    await this.job.report(this.progress);
    this.options.onProgress?.({ ...this.progress });
  }
}
