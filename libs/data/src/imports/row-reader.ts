import type { ParsedRecord } from '@cluster-atlas/contract';
import type { ImportJob, ImportProgress } from './import-job.js';
import { inputSize, openInput } from './input-file.js';
import { RowFault } from './register-row.js';
import { RejectReport, type Reject } from './reject-report.js';
import { readTable, type Table, type TableRules } from './table-reader.js';

export interface ReadOptions {
  paths: readonly string[];
  /** Where the rows that were not taken are written. */
  rejectsFile: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ReadReport {
  rows: number;
  rejected: number;
  /** The first hundred; the file has them all. */
  rejects: Reject[];
  rejectsFile: string | null;
  seconds: number;
}

export interface Row {
  file: string;
  /** Line in the file; the header is line 1. */
  row: number;
  fields: readonly string[];
}

/** What is done with the rows of one table. @throws {RowFault} from `take` for a row it refuses */
export interface RowTaker {
  hasHeader: boolean;
  /** Fields beyond the header belong to the last column, whose commas nobody quoted. */
  joinsLast?: boolean;
  take: (row: Row) => Promise<void> | void;
}

/** Reads the rows of an import's files, keeps its rejects and tells of its progress. */
export class RowReader {
  private rows = 0;
  private readonly rejects: RejectReport;
  private readonly progress: ImportProgress = { bytesRead: 0, bytesTotal: 0, rows: 0 };
  private readonly started = performance.now();

  constructor(
    private readonly job: ImportJob,
    private readonly options: ReadOptions,
  ) {
    this.rejects = new RejectReport(options.rejectsFile);
  }

  /**
   * @param open looks at a table's header and says what to do with its rows
   * @param flush writes what has been taken; called at the end, also when reading fails
   * @param rules how the files' tables are read
   * @throws {Error} if a file cannot be read to its end
   */
  async read(
    open: (table: Table) => RowTaker,
    flush: () => Promise<void>,
    rules?: TableRules,
  ): Promise<void> {
    this.progress.bytesTotal = await inputSize(this.options.paths);
    try {
      for (const path of this.options.paths) {
        for await (const input of openInput(path, (count) => (this.progress.bytesRead += count))) {
          const table = await readTable(input, rules);
          await this.readTable(table, open(table));
        }
      }
    } finally {
      try {
        await flush();
      } finally {
        await this.rejects.close();
      }
    }
  }

  async reject(reject: Reject): Promise<void> {
    await this.rejects.add(reject);
  }

  /** To be called after each batch that was written. */
  async reportProgress(): Promise<void> {
    this.progress.rows = this.rows;
    await this.job.report(this.progress);
    this.options.onProgress?.({ ...this.progress });
  }

  get report(): ReadReport {
    return {
      rows: this.rows,
      rejected: this.rejects.count,
      rejects: this.rejects.first,
      rejectsFile: this.rejects.file,
      seconds: Math.round(performance.now() - this.started) / 1000,
    };
  }

  private async readTable(table: Table, taker: RowTaker): Promise<void> {
    if (!taker.hasHeader) await this.takeRecord({ row: 1, fields: table.first }, table, taker);
    for await (const records of table.records) {
      for (const record of records) await this.takeRecord(record, table, taker);
    }
  }

  private async takeRecord(
    record: ParsedRecord,
    { name: file, first }: Table,
    taker: RowTaker,
  ): Promise<void> {
    this.rows++;
    try {
      if (record.fields === null) throw new RowFault(record.reason);
      const fields = taker.joinsLast ? joinLast(record.fields, first.length) : record.fields;
      if (fields.length !== first.length) {
        throw new RowFault(`the row has ${fields.length} fields, the first row ${first.length}`);
      }
      const taking = taker.take({ file, row: record.row, fields });
      if (taking) await taking; // awaiting nothing would cost a turn for each of millions of rows
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      await this.rejects.add({ file, row: record.row, reason: error.message });
    }
  }
}

function joinLast(fields: readonly string[], length: number): readonly string[] {
  if (fields.length <= length) return fields;
  return [...fields.slice(0, length - 1), fields.slice(length - 1).join(',')];
}
