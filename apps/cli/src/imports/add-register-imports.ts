import { BUSINESS_COLUMNS, parseColumnNames } from '@cluster-atlas/contract';
import {
  COMPANIES_HOUSE,
  importBusinesses,
  importRegister,
  type RegisterImportReport,
} from '@cluster-atlas/data';
import { Option, type Command } from 'commander';
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

interface RegisterOptions extends ImportOptions {
  asOf?: string;
  complete?: boolean;
  force?: boolean;
  dryRun?: boolean;
}

interface BusinessOptions extends RegisterOptions {
  source?: string;
  map?: string;
  locationKind?: 'registered' | 'trading';
}

export function addRegisterImports(command: Command): void {
  addEditionOptions(
    addFileImport(
      command,
      'companies-house',
      'the BasicCompanyData product of Companies House, all editions',
    ),
  ).action(importCompaniesHouse);

  addEditionOptions(
    addFileImport(
      command,
      'businesses',
      'any list of businesses, CSV or GeoJSON points, with a position or a postcode; a row with a ' +
        'company number adds its place to that company; a cut of the Companies House file joins the register',
    ),
  )
    .option('--source <name>', 'names the list, so that it can come again')
    .option('--map <columns>', 'corrects the guessed columns: name=Company,postcode=PC,…')
    .addOption(
      new Option('--location-kind <kind>', 'what the addresses are').choices([
        'registered',
        'trading',
      ]),
    )
    .action(importBusinessFiles);
}

function addEditionOptions(command: Command): Command {
  return command
    .option('--as-of <date>', 'date of the edition (else from the file name)', isoDate)
    .option(
      '--complete',
      'the files hold the whole register: who is missing has left it; not if more than half would',
    )
    .option('--force', 'with --complete: let them leave even so')
    .option('--dry-run', 'read, check and compare everything, and write nothing');
}

async function importCompaniesHouse(paths: string[], options: RegisterOptions): Promise<void> {
  const progress = new Progress('companies-house');
  const report = await withDatabase((database) =>
    importRegister(database, {
      paths,
      source: COMPANIES_HOUSE,
      asOf: options.asOf,
      complete: options.complete,
      force: options.force,
      dryRun: options.dryRun,
      rejectsFile: rejectsFile('companies-house', options),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () => describeRegister(report, []));
}

async function importBusinessFiles(paths: string[], options: BusinessOptions): Promise<void> {
  const { map = '' } = options;
  const columnNames = map === '' ? {} : parsedOption(() => parseColumnNames(BUSINESS_COLUMNS, map));
  const progress = new Progress('businesses');
  const report = await withDatabase((database) =>
    importBusinesses(database, {
      paths,
      sourceName: options.source,
      columnNames,
      asOf: options.asOf,
      complete: options.complete,
      force: options.force,
      locationKind: options.locationKind,
      dryRun: options.dryRun,
      rejectsFile: rejectsFile('businesses', options),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () =>
    describeRegister(report, [`  source: ${report.source}`, ...describeMapping(report)]),
  );
}

function describeRegister(report: RegisterImportReport, details: string[]): string {
  return [
    ...(report.dryRun ? ['A dry run: nothing was written.'] : []),
    `${report.rows} rows of the edition ${report.edition} in ${report.seconds} s:`,
    ...details,
    `  ${report.imported} imported, ${report.updated} updated, ${report.unchanged} unchanged, ` +
      `${report.older} older than what is held, ${report.rejected} rejected`,
    `  ${report.located} located, ${report.unlocated} without a known postcode`,
    ...(report.joined > 0
      ? [`  ${report.joined} of companies in the register of companies: no new businesses`]
      : []),
    ...(report.left > 0 ? [`  ${report.left} have left the register`] : []),
    ...describeRejects(report),
    ...report.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
