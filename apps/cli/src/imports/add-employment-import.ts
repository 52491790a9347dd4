import { parseColumnNames } from '@cluster-atlas/contract';
import {
  EMPLOYMENT_COLUMNS,
  importEmployment,
  type EmploymentImportReport,
} from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, Progress } from '../output.js';
import {
  addFileImport,
  describeMapping,
  describeRejects,
  isoDate,
  parsedOption,
  rejectsFile,
  type ImportOptions,
} from './import-options.js';

interface EmploymentOptions extends ImportOptions {
  asOf?: string;
  map?: string;
  kind?: string;
  year?: string;
  dryRun?: boolean;
}

/** Jobs by area and industry: figures of areas, not of businesses. */
export function addEmploymentImport(command: Command): void {
  addFileImport(
    command,
    'employment',
    'jobs by area and industry (BRES from Nomis): rows of year, area, SIC 2007 code and jobs, or a ' +
      'table with industries across. Areas are found by their code in any layer of boundaries',
  )
    .option(
      '--as-of <date>',
      'date of the files (else from their names): older ones do not overwrite',
      isoDate,
    )
    .option('--kind <kind>', 'what the areas are, for example district (else their codes tell)')
    .option('--year <year>', 'of a table that tells none')
    .option(
      '--map <columns>',
      'corrects the guessed columns: area=Code,industry=SIC,jobs=N,date=Year',
    )
    .option('--dry-run', 'read, check and compare everything, and write nothing')
    .action(importEmploymentFiles);
}

async function importEmploymentFiles(paths: string[], options: EmploymentOptions): Promise<void> {
  const { map = '', asOf, kind, year, dryRun } = options;
  const columnNames =
    map === '' ? {} : parsedOption(() => parseColumnNames(EMPLOYMENT_COLUMNS, map));
  const progress = new Progress('employment');
  const report = await withDatabase((database) =>
    importEmployment(database, {
      ...{ paths, asOf, kind, year, dryRun, columnNames },
      rejectsFile: rejectsFile('employment', options),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () => describeEmployment(report));
}

function describeEmployment(report: EmploymentImportReport): string {
  return [
    ...(report.dryRun ? ['A dry run: nothing was written.'] : []),
    `${report.rows} rows in ${report.seconds} s hold ${report.figures} figures:`,
    ...describeMapping(report),
    `  ${report.imported} imported, ${report.updated} updated, ${report.unchanged} unchanged, ` +
      `${report.older} older than what is held, ${report.rejected} rejected`,
    ...report.totals.map(
      ({ kind, year, level, areas, jobs }) =>
        `  ${year}, ${level} digits: ${jobs.toLocaleString('en-GB')} jobs in ${areas} areas (${kind})`,
    ),
    ...describeRejects(report),
  ].join('\n');
}
