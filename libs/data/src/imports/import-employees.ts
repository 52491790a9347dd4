import {
  mapColumns,
  showMapping,
  type ColumnNames,
  type ShownMapping,
} from '@cluster-atlas/contract';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import {
  ACCOUNTS,
  COMPANIES_HOUSE,
  ensureSource,
  findSource,
} from '../sources/source-definitions.js';
import { commonEdition } from './edition.js';
import {
  EMPLOYEE_COLUMNS,
  EmployeeFault,
  readEmployeeFigure,
  type EmployeeColumn,
  type EmployeeFigure,
} from './employee-figures.js';
import { ImportJob } from './import-job.js';
import { LatestEmployees } from './latest-employees.js';
import { findRecords } from './register-batch.js';
import {
  RowReader,
  type ReadOptions,
  type ReadReport,
  type Row,
  type RowTaker,
} from './row-reader.js';
import type { Table } from './table-reader.js';
import { writeEmployees, type NewEmployees, type WrittenEmployees } from './write-employees.js';

export interface EmployeeImportOptions extends ReadOptions {
  /** ISO date of the figures in rows that tell none. */
  asOf?: string | undefined;
  columnNames?: ColumnNames<EmployeeColumn> | undefined;
}

export interface EmployeeImportReport extends ReadReport, ShownMapping, WrittenEmployees {
  /** Businesses that the files give a figure for: imported, updated, unchanged and older. */
  businesses: number;
  /** Rows whose company has later accounts in these files. */
  superseded: number;
  /** Kinds of rejected rows; they are in `rejected` too. */
  zeros: number;
  years: number;
  duplicates: number;
  unknown: number;
}

const BATCH_ROWS = 2_000;

/** Imports employees by company number: of each company the latest figure counts. */
export async function importEmployees(
  database: DataSource,
  options: EmployeeImportOptions,
): Promise<EmployeeImportReport> {
  const files = options.paths.map((path) => basename(path));
  const { edition } = commonEdition(files, options.asOf);
  await ensureSource(database, ACCOUNTS);
  const registerId = await findSource(database, COMPANIES_HOUSE.slug);
  const job = await ImportJob.start(database, 'import employees', { files });
  return job.finish(async () => {
    const employees = new EmployeeImport(database, new RowReader(job, options), {
      actor: job.actor,
      edition,
      registerId,
      columnNames: options.columnNames ?? {},
    });
    await employees.run();
    return employees.report;
  });
}

interface EmployeeOptions {
  actor: string;
  edition: string;
  registerId: number;
  columnNames: ColumnNames<EmployeeColumn>;
}

class EmployeeImport {
  private readonly latest = new LatestEmployees();
  private readonly counts = { superseded: 0, zeros: 0, years: 0, duplicates: 0, unknown: 0 };
  private readonly written: WrittenEmployees = { imported: 0, updated: 0, unchanged: 0, older: 0 };
  private shown: ShownMapping = { mapping: {}, unmapped: [] };
  private batch: { row: Row; figure: EmployeeFigure }[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly reader: RowReader,
    private readonly options: EmployeeOptions,
  ) {}

  async run(): Promise<void> {
    await this.reader.read(
      (table) => this.open(table),
      async () => {
        await this.resolve();
        await this.write();
      },
    );
  }

  get report(): EmployeeImportReport {
    const { imported, updated, unchanged, older } = this.written;
    const businesses = imported + updated + unchanged + older;
    return { ...this.reader.report, ...this.shown, ...this.counts, ...this.written, businesses };
  }

  private open({ name: file, first }: Table): RowTaker {
    const { columnNames: names, edition } = this.options;
    const mapping = mapColumns(EMPLOYEE_COLUMNS, first, { file, names });
    if (mapping.number === undefined || mapping.employees === undefined) {
      throw new RangeError(
        `${file} needs a column for the company number and one for the employees (${first.join(', ')})`,
      );
    }
    this.shown = showMapping(first, mapping);
    return {
      hasHeader: true,
      take: (row) => {
        try {
          this.batch.push({ row, figure: readEmployeeFigure(row.fields, mapping, edition) });
        } catch (fault) {
          if (fault instanceof EmployeeFault)
            this.counts[fault.kind === 'zero' ? 'zeros' : 'years']++;
          throw fault;
        }
        return this.batch.length >= BATCH_ROWS ? this.resolve() : undefined;
      },
    };
  }

  /** Finds the businesses of a batch and keeps the latest figure of each. */
  private async resolve(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    const numbers = batch.map(({ figure }) => figure.number);
    const records = await findRecords(this.database.manager, this.options.registerId, numbers);
    for (const { row, figure } of batch) {
      const reason = this.keep(records.get(figure.number)?.businessId, figure);
      if (reason) await this.reader.reject({ file: row.file, row: row.row, reason });
    }
    await this.reader.reportProgress();
  }

  /** @returns why not */
  private keep(businessId: number | undefined, figure: EmployeeFigure): string | null {
    const { number, employees, date } = figure;
    if (businessId === undefined) {
      this.counts.unknown++;
      return `no company ${number} is in the register`;
    }
    switch (this.latest.add(businessId, figure)) {
      case 'first':
        return null;
      case 'supersedes':
      case 'superseded':
        this.counts.superseded++;
        return null;
      case 'duplicate':
        this.counts.duplicates++;
        return `${number} with ${employees} employees on ${date} is in this import already`;
      case 'conflict':
        this.counts.duplicates++;
        return `${number} has another number of employees on ${date} in this import`;
    }
  }

  private async write(): Promise<void> {
    let batch: NewEmployees[] = [];
    const flush = async () => {
      const written = await writeEmployees(this.database, batch, this.options.actor);
      for (const key of ['imported', 'updated', 'unchanged', 'older'] as const) {
        this.written[key] += written[key];
      }
      batch = [];
    };
    for (const figure of this.latest.entries()) {
      batch.push(figure);
      if (batch.length >= BATCH_ROWS) await flush();
    }
    if (batch.length > 0) await flush();
  }
}
