import { parseColumnNames } from '@cluster-atlas/contract';
import { EMPLOYEE_COLUMNS, importEmployees, importSectors } from '@cluster-atlas/data';
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

interface EmployeeOptions extends ImportOptions {
  asOf?: string;
  map?: string;
}

/** What is added to businesses that are there: employees, and what their sectors are called. */
export function addDetailImports(command: Command): void {
  addFileImport(command, 'employees', 'employees by company number; the latest accounts count')
    .option('--as-of <date>', 'date of the figures in rows that tell none', isoDate)
    .option('--map <columns>', 'corrects the guessed columns: number=CRN,employees=Staff,date=End')
    .action(importEmployeeFiles);

  addFileImport(
    command,
    'sectors',
    'titles of a classification (code, title), or sector groups (group, code)',
  )
    .option('--scheme <slug>', 'the classification (default uk-sic-2007)')
    .action(importSectorFiles);
}

async function importEmployeeFiles(paths: string[], options: EmployeeOptions): Promise<void> {
  const { map = '', asOf } = options;
  const columnNames = map === '' ? {} : parsedOption(() => parseColumnNames(EMPLOYEE_COLUMNS, map));
  const progress = new Progress('employees');
  const report = await withDatabase((database) =>
    importEmployees(database, {
      paths,
      asOf,
      columnNames,
      rejectsFile: rejectsFile('employees', options),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () =>
    [
      `${report.rows} rows in ${report.seconds} s state the employees of ${report.businesses} companies:`,
      ...describeMapping(report),
      `  ${report.imported} got them, ${report.updated} other ones, ${report.unchanged} the same, ` +
        `${report.older} have later ones already`,
      `  ${report.superseded} rows superseded by later accounts, ${report.rejected} rejected: ` +
        `${report.zeros} zeros, ${report.years} years for numbers, ${report.duplicates} duplicates, ` +
        `${report.unknown} of companies that are not in the register`,
      ...describeRejects(report),
    ].join('\n'),
  );
}

async function importSectorFiles(
  paths: string[],
  options: ImportOptions & { scheme?: string },
): Promise<void> {
  const report = await withDatabase((database) =>
    importSectors(database, {
      paths,
      scheme: options.scheme,
      rejectsFile: rejectsFile('sectors', options),
    }),
  );
  const { sectors, groups } = report;
  print(options, report, () =>
    [
      `${report.rows} rows of ${report.scheme}, ${report.rejected} rejected:`,
      `  sectors: ${sectors.imported} imported, ${sectors.updated} updated, ` +
        `${sectors.unchanged} unchanged, ${sectors.filled} titled after their class`,
      `  sector groups: ${groups.imported} imported, ${groups.updated} updated, ${groups.unchanged} unchanged`,
      ...describeRejects(report),
    ].join('\n'),
  );
}
