import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { placeLocations } from '../postcodes/place-locations.js';
import { updatePostcodeMeans, writePostcodes } from '../postcodes/write-postcodes.js';
import { ensureSource, POSTCODES } from '../sources/source-definitions.js';
import type { ParsedRecord } from './delimited-parser.js';
import { ImportJob, type ImportProgress } from './import-job.js';
import { inputSize, openInput, type InputText } from './input-file.js';
import {
  recognisePostcodeFormat,
  type PostcodeFormat,
  type PostcodePosition,
} from './postcode-formats.js';
import { RowFault } from './register-row.js';
import { RejectReport, type Reject } from './reject-report.js';
import { readTable } from './table-reader.js';

export interface PostcodeImportOptions {
  paths: readonly string[];
  rejectsFile: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface PostcodeImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  /** Listed without a position. */
  unplaced: number;
  rejected: number;
  /** Business locations that got a place, or a better one. */
  locationsPlaced: number;
  seconds: number;
  formats: string[];
  rejects: Reject[];
  rejectsFile: string | null;
}

const BATCH_ROWS = 5_000;

/** Imports postcode positions, then places the businesses that waited for them. */
export async function importPostcodes(
  database: DataSource,
  options: PostcodeImportOptions,
): Promise<PostcodeImportReport> {
  const sourceId = await ensureSource(database, POSTCODES);
  const files = options.paths.map((path) => basename(path));
  const job = await ImportJob.start(database, 'import postcodes', { files });
  return job.finish(() => new PostcodeImport(database, job, options, sourceId).run());
}

class PostcodeImport {
  private readonly report: PostcodeImportReport;
  private readonly started = performance.now();
  private readonly rejects: RejectReport;
  private readonly progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, rows: 0 };
  private batch = new Map<string, PostcodePosition>();

  constructor(
    private readonly database: DataSource,
    private readonly job: ImportJob,
    private readonly options: PostcodeImportOptions,
    private readonly sourceId: number,
  ) {
    this.rejects = new RejectReport(options.rejectsFile);
    this.report = {
      rows: 0,
      imported: 0,
      updated: 0,
      unchanged: 0,
      unplaced: 0,
      rejected: 0,
      locationsPlaced: 0,
      seconds: 0,
      formats: [],
      rejects: this.rejects.first,
      rejectsFile: null,
    };
  }

  async run(): Promise<PostcodeImportReport> {
    this.progress.bytesTotal = await inputSize(this.options.paths);
    try {
      for (const path of this.options.paths) {
        for await (const input of openInput(path, (count) => (this.progress.bytesRead += count))) {
          await this.readInput(input);
        }
      }
    } finally {
      await this.flush();
      await this.rejects.close();
    }
    await updatePostcodeMeans(this.database, this.sourceId);
    this.report.locationsPlaced = await placeLocations(this.database, this.job.actor);
    this.report.rejected = this.rejects.count;
    this.report.rejectsFile = this.rejects.file;
    this.report.seconds = Math.round(performance.now() - this.started) / 1000;
    return this.report;
  }

  private async readInput(input: InputText): Promise<void> {
    const table = await readTable(input);
    const format = recognisePostcodeFormat(table.first);
    if (!this.report.formats.includes(format.name)) this.report.formats.push(format.name);
    if (!format.hasHeader)
      await this.readRecord({ row: 1, fields: table.first }, format, table.name);
    for await (const records of table.records) {
      for (const record of records) await this.readRecord(record, format, table.name);
    }
  }

  private async readRecord(
    record: ParsedRecord,
    format: PostcodeFormat,
    file: string,
  ): Promise<void> {
    this.report.rows++;
    try {
      if (record.fields === null) throw new RowFault(record.reason);
      const position = format.read(record.fields);
      if (position === null) this.report.unplaced++;
      else if (this.batch.has(position.code))
        this.report.unchanged++; // GeoNames repeats its codes
      else this.batch.set(position.code, position);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      await this.rejects.add({ file, row: record.row, reason: error.message });
    }
    if (this.batch.size >= BATCH_ROWS) await this.flush();
  }

  private async flush(): Promise<void> {
    const positions = [...this.batch.values()];
    this.batch = new Map();
    if (positions.length === 0) return;
    const { imported, updated } = await writePostcodes(this.database, positions, this.sourceId);
    this.report.imported += imported;
    this.report.updated += updated;
    this.report.unchanged += positions.length - imported - updated;
    this.progress.rows = this.report.rows;
    await this.job.report(this.progress);
    this.options.onProgress?.({ ...this.progress });
  }
}
