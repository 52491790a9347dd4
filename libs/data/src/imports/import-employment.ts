import type { ColumnNames, ShownMapping } from '@cluster-atlas/contract';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { CodeVintages } from '../employment/code-vintages.js';
import {
  writeEmployment,
  type EmploymentWriting,
  type NewEmployment,
  type WrittenEmployment,
} from '../employment/write-employment.js';
import { SectorDirectory } from '../sectors/sector-directory.js';
import { EMPLOYMENT, ensureSource, findSource } from '../sources/source-definitions.js';
import { commonEdition } from './edition.js';
import type { EmploymentColumn } from './employment-figures.js';
import { employmentLayout, isEmploymentHeader, type LayoutOptions } from './employment-layouts.js';
import { ImportJob } from './import-job.js';
import { RowFault } from './register-row.js';
import {
  RowReader,
  type ReadOptions,
  type ReadReport,
  type Row,
  type RowTaker,
} from './row-reader.js';
import { SeenFigures, type EmploymentTotal } from './seen-figures.js';
import type { Table } from './table-reader.js';

export interface EmploymentImportOptions extends ReadOptions {
  /** ISO date of the files; an older one does not overwrite what a newer one said. */
  asOf?: string | undefined;
  /** What the areas are, for example `district`; else their codes tell. */
  kind?: string | undefined;
  /** Of a table that tells none. */
  year?: string | undefined;
  columnNames?: ColumnNames<EmploymentColumn> | undefined;
  dryRun?: boolean | undefined;
}

export interface EmploymentImportReport extends ReadReport, ShownMapping, WrittenEmployment {
  source: string;
  edition: string;
  dryRun: boolean;
  /** Figures that were read: imported, updated, unchanged and older. */
  figures: number;
  /** Sum of their jobs by kind of area, year and level: to be checked against the publisher's total. */
  totals: EmploymentTotal[];
}

const BATCH_FIGURES = 5_000;

/** Imports jobs by area and industry from the Business Register and Employment Survey, as Nomis gives it. */
export async function importEmployment(
  database: DataSource,
  options: EmploymentImportOptions,
): Promise<EmploymentImportReport> {
  const { dryRun: isDryRun = false, kind, year, columnNames = {} } = options;
  const files = options.paths.map((path) => basename(path));
  const { edition } = commonEdition(files, options.asOf);
  const sourceId = isDryRun
    ? await findSource(database, EMPLOYMENT.slug)
    : await ensureSource(database, EMPLOYMENT);
  const job = isDryRun
    ? ImportJob.rehearsal()
    : await ImportJob.start(database, 'import employment', { files, edition });
  return job.finish(async () => {
    const employment = new EmploymentImport(database, new RowReader(job, options), {
      layout: { kind, year, columnNames },
      vintages: await CodeVintages.of(database),
      writing: {
        ...{ sourceId, asOf: edition, actor: job.actor, isDryRun },
        sectors: new SectorDirectory(database),
      },
    });
    await employment.run();
    return employment.report;
  });
}

class EmploymentImport {
  private readonly written: WrittenEmployment = { imported: 0, updated: 0, unchanged: 0, older: 0 };
  private readonly seen = new SeenFigures();
  private shown: ShownMapping = { mapping: {}, unmapped: [] };
  private batch: NewEmployment[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly reader: RowReader,
    private readonly options: {
      layout: LayoutOptions;
      vintages: CodeVintages;
      writing: EmploymentWriting;
    },
  ) {}

  async run(): Promise<void> {
    await this.reader.read(
      (table) => this.open(table),
      () => this.write(),
      { isHeader: isEmploymentHeader },
    );
  }

  get report(): EmploymentImportReport {
    const { imported, updated, unchanged, older } = this.written;
    const { asOf, isDryRun } = this.options.writing;
    return {
      ...{ source: EMPLOYMENT.slug, edition: asOf, dryRun: isDryRun },
      ...this.reader.report,
      ...this.shown,
      ...this.written,
      figures: imported + updated + unchanged + older,
      totals: this.seen.totals(),
    };
  }

  private open(table: Table): RowTaker {
    const layout = employmentLayout(table, this.options.layout);
    const { mapping, unmapped } = layout;
    this.shown = { mapping, unmapped };
    return { hasHeader: true, take: (row) => this.take(row, layout.read(row.fields)) };
  }

  private async take(row: Row, figures: readonly (NewEmployment | RowFault)[]): Promise<void> {
    for (const figure of figures) {
      const fault = this.faultOf(figure);
      if (fault !== null) await this.reader.reject({ file: row.file, row: row.row, reason: fault });
      else this.batch.push(figure as NewEmployment);
    }
    if (this.batch.length >= BATCH_FIGURES) await this.write();
  }

  private faultOf(figure: NewEmployment | RowFault): string | null {
    if (figure instanceof RowFault) return figure.message;
    return this.options.vintages.add(figure) ?? this.seen.add(figure);
  }

  private async write(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    if (batch.length > 0) {
      const written = await writeEmployment(this.database, batch, this.options.writing);
      for (const fate of ['imported', 'updated', 'unchanged', 'older'] as const) {
        this.written[fate] += written[fate];
      }
    }
    await this.reader.reportProgress();
  }
}
