import {
  COMPANIES_HOUSE,
  importHubs,
  importPostcodes,
  importRegister,
  type PostcodeImportReport,
  type RegisterImportReport,
} from '@cluster-atlas/data';
import { InvalidArgumentError, type Command } from 'commander';
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { withDatabase } from '../database.js';
import { print, Progress, type OutputOptions } from '../output.js';

interface RegisterOptions extends OutputOptions {
  asOf?: string;
  complete?: boolean;
  rejects?: string;
}

export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('Load data from files, plain, .gz or .zip. Running an import again is safe.');

  command
    .command('companies-house')
    .description('the BasicCompanyData product of Companies House, all editions')
    .argument('<files...>')
    .option('--as-of <date>', 'date of the edition (else from the file name)', isoDate)
    .option('--complete', 'the files hold the whole register: who is missing has left it')
    .option('--rejects <file>', 'where to write the rows that were not taken')
    .option('--json', 'print one JSON document')
    .action(importCompaniesHouse);

  command
    .command('postcodes')
    .description('postcode positions: ONSPD, NSPL, Postcode,lat,long, Code-Point Open or GeoNames')
    .argument('<files...>')
    .option('--rejects <file>', 'where to write the rows that were not taken')
    .option('--json', 'print one JSON document')
    .action(importPostcodeFiles);

  command
    .command('hubs')
    .description('hubs from a CSV: id, name, kind, and lat,lon or easting,northing or postcode')
    .argument('<files...>')
    .option('--rejects <file>', 'where to write the rows that were not taken')
    .option('--json', 'print one JSON document')
    .action(importHubFiles);
}

async function importCompaniesHouse(paths: string[], options: RegisterOptions): Promise<void> {
  const progress = new Progress('companies-house');
  const report = await withDatabase((database) =>
    importRegister(database, {
      paths,
      source: COMPANIES_HOUSE,
      asOf: options.asOf,
      complete: options.complete,
      rejectsFile: options.rejects ?? rejectsFile('companies-house'),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () => describeRegister(report));
}

async function importPostcodeFiles(paths: string[], options: RegisterOptions): Promise<void> {
  const progress = new Progress('postcodes');
  const report = await withDatabase((database) =>
    importPostcodes(database, {
      paths,
      rejectsFile: options.rejects ?? rejectsFile('postcodes'),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () => describePostcodes(report));
}

async function importHubFiles(paths: string[], options: RegisterOptions): Promise<void> {
  const report = await withDatabase((database) =>
    importHubs(database, { paths, rejectsFile: options.rejects ?? rejectsFile('hubs') }),
  );
  const { rows, imported, updated, unchanged, rejected } = report;
  print(options, report, () =>
    [
      `${rows} rows: ${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
      ...describeRejects(report),
    ].join('\n'),
  );
}

function rejectsFile(kind: string): string {
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  return join(readConfig().dataFolder, 'rejects', `${kind}-${time}.csv`);
}

function isoDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('A date is yyyy-mm-dd.');
  }
  return text;
}

function describeRegister(report: RegisterImportReport): string {
  return [
    `${report.rows} rows of the edition ${report.edition} in ${report.seconds} s:`,
    `  ${report.imported} imported, ${report.updated} updated, ${report.unchanged} unchanged, ` +
      `${report.older} older than what is held, ${report.rejected} rejected`,
    `  ${report.located} located, ${report.unlocated} without a known postcode`,
    ...(report.left > 0 ? [`  ${report.left} have left the register`] : []),
    ...describeRejects(report),
    ...report.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}

function describePostcodes(report: PostcodeImportReport): string {
  return [
    `${report.rows} rows (${report.formats.join(', ')}) in ${report.seconds} s:`,
    `  ${report.imported} imported, ${report.updated} updated, ${report.unchanged} unchanged, ` +
      `${report.unplaced} without a position, ${report.rejected} rejected`,
    `  ${report.locationsPlaced} business locations placed`,
    ...describeRejects(report),
  ].join('\n');
}

function describeRejects({
  rejects,
  rejectsFile,
}: Pick<RegisterImportReport, 'rejects' | 'rejectsFile'>): string[] {
  const shown = rejects
    .slice(0, 5)
    .map(({ file, row, reason }) => `  ${file}, row ${row}: ${reason}`);
  return rejectsFile === null ? [] : [...shown, `  All rejected rows: ${rejectsFile}`];
}
