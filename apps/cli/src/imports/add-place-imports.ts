import {
  importBoundaries,
  importHubs,
  importPostcodes,
  type PostcodeImportReport,
} from '@cluster-atlas/data';
import type { Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, Progress } from '../output.js';
import {
  addFileImport,
  describeMapping,
  describeRejects,
  rejectsFile,
  type ImportOptions,
} from './import-options.js';

interface BoundaryOptions extends ImportOptions {
  layer: string;
  object?: string;
  code?: string;
  name?: string;
}

export function addPlaceImports(command: Command): void {
  addFileImport(
    command,
    'postcodes',
    'postcode positions: ONSPD, NSPL, Postcode,lat,long, Code-Point Open or GeoNames',
  ).action(importPostcodeFiles);

  addFileImport(
    command,
    'hubs',
    'hubs from a CSV: id, name, kind, and lat,lon or easting,northing or postcode; and a boundary as ' +
      'WKT or GeoJSON in degrees, up to 25 km²; or all this from GeoJSON points and polygons. Inside a ' +
      'boundary no address is a mass address',
  ).action(importHubFiles);

  addFileImport(command, 'boundaries', 'areas with boundaries: GeoJSON or TopoJSON in degrees')
    .requiredOption('--layer <name>', 'what the areas are, for example ltla-2024')
    .option('--object <name>', 'the object of a TopoJSON file that has several')
    .option('--code <property>', 'where the code stands (else guessed: AREACD, LAD24CD, …)')
    .option('--name <property>', 'where the name stands (else guessed: AREANM, LAD24NM, …)')
    .action(importBoundaryFiles);
}

async function importPostcodeFiles(paths: string[], options: ImportOptions): Promise<void> {
  const progress = new Progress('postcodes');
  const report = await withDatabase((database) =>
    importPostcodes(database, {
      paths,
      rejectsFile: rejectsFile('postcodes', options),
      onProgress: (state) => progress.update(state),
    }),
  ).finally(() => progress.stop());
  print(options, report, () => describePostcodes(report));
}

async function importHubFiles(paths: string[], options: ImportOptions): Promise<void> {
  const report = await withDatabase((database) =>
    importHubs(database, { paths, rejectsFile: rejectsFile('hubs', options) }),
  );
  const { rows, imported, updated, unchanged, rejected } = report;
  print(options, report, () =>
    [
      `${rows} rows: ${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
      ...describeRejects(report),
    ].join('\n'),
  );
}

async function importBoundaryFiles(paths: string[], options: BoundaryOptions): Promise<void> {
  const { layer, object, code, name } = options;
  const report = await withDatabase((database) =>
    importBoundaries(database, {
      paths,
      layer,
      object,
      code,
      name,
      rejectsFile: rejectsFile('boundaries', options),
    }),
  );
  print(options, report, () =>
    [
      `${report.rows} areas of the layer ${layer} in ${report.seconds} s:`,
      ...describeMapping({ ...report, mapping: { ...report.mapping } }),
      `  ${report.imported} imported, ${report.updated} updated, ${report.unchanged} unchanged, ` +
        `${report.repaired} repaired, ${report.rejected} rejected`,
      ...describeRejects(report),
    ].join('\n'),
  );
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
