import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  benchAnalytics,
  describeAnalytics,
  FAMILY_NAMES,
} from '../bench/analytics/bench-analytics.js';
import { benchClusters, CLUSTER_SIZES, type ClustersBench } from '../bench/bench-clusters.js';
import { benchImport, type ImportBench } from '../bench/bench-import.js';
import { benchMap, type MapBench } from '../bench/bench-map.js';
import { benchTiles, type TilesBench } from '../bench/bench-tiles.js';
import { generatePostcodes, generateRegister } from '../bench/generate-register.js';
import { runAtlas } from '../bench/run-atlas.js';
import {
  scratchEmbedded,
  scratchPostgres,
  type ScratchDatabase,
} from '../bench/scratch-database.js';
import { readConfig } from '../config.js';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface BenchOptions extends OutputOptions {
  rows: number;
}

export function addBench(program: Command): void {
  const bench = program
    .command('bench')
    .description('Measure speed and memory beside a reference.');
  const rows = ['--rows <number>', 'generated companies', wholeNumber, 1_000_000] as const;
  bench
    .command('import')
    .description(
      'the importer on a scratch embedded database, and beside COPY on the server of DATABASE_URL',
    )
    .option(...rows)
    .option('--json', 'print one JSON document')
    .action(importCommand);
  bench
    .command('tiles')
    .description(
      'tiles from the point store beside ST_AsMVT, on a scratch database of DATABASE_URL’s server',
    )
    .option(...rows)
    .option('--json', 'print one JSON document')
    .action(tilesCommand);
  bench
    .command('map')
    .description(
      'frames of the map in Chromium, memory and start of its server, on a scratch database of DATABASE_URL’s server',
    )
    .option('--businesses <number>', 'invented ones', wholeNumber, 1_000_000)
    .option('--json', 'print one JSON document')
    .action(mapCommand);
  bench
    .command('analytics')
    .description('measures on invented places, beside the references that are installed')
    .addOption(new Option('--only <families...>', 'which measures').choices(FAMILY_NAMES))
    .option('--points <number>', 'generated places', wholeNumber, 1_000_000)
    .option('--json', 'print one JSON document')
    .action(analyticsCommand);
  bench
    .command('clusters')
    .description('clusters on the map, found, outlined, named and measured, on invented businesses')
    .option('--businesses <number>', 'so many, instead of 10 k, 100 k and 1 M', wholeNumber)
    .option('--json', 'print one JSON document')
    .action(clustersCommand);
}

interface ClustersOptions extends OutputOptions {
  businesses?: number;
}

async function clustersCommand(options: ClustersOptions): Promise<void> {
  const scratch = await scratchEmbedded();
  const sizes = options.businesses === undefined ? CLUSTER_SIZES : [options.businesses];
  const results = await dropping([scratch], () => benchClusters(scratch, sizes));
  print(options, { results }, () => describeClusters(results));
}

async function mapCommand(options: OutputOptions & { businesses: number }): Promise<void> {
  const { DATABASE_URL: server } = readConfig().database;
  if (!server) throw new UsageError('Give a PostgreSQL server by DATABASE_URL.');
  const scratch = await scratchPostgres(server);
  const result = await dropping([scratch], () => benchMap(scratch, options.businesses));
  print(options, result, () => describeMap(result));
}

interface AnalyticsOptions extends OutputOptions {
  points: number;
  only?: string[];
}

async function analyticsCommand(options: AnalyticsOptions): Promise<void> {
  const results = await benchAnalytics(options.points, options.only ?? null);
  print(options, { results }, () => describeAnalytics(results));
}

async function importCommand(options: BenchOptions): Promise<void> {
  const { DATABASE_URL: server } = readConfig().database;
  const databases = [await scratchEmbedded()];
  if (server) databases.push(await scratchPostgres(server));
  const results = await dropping(databases, () => benchImport(databases, options.rows));
  print(options, { results }, () => describeImport(results, Boolean(server)));
}

async function tilesCommand(options: BenchOptions): Promise<void> {
  const { DATABASE_URL: server } = readConfig().database;
  if (!server)
    throw new UsageError('ST_AsMVT is on PostgreSQL only: give its server by DATABASE_URL.');
  const scratch = await scratchPostgres(server);
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-files-'));
  const result = await dropping([scratch], async () => {
    await runAtlas(scratch.environment, ['import', 'postcodes', await generatePostcodes(folder)]);
    const register = await generateRegister(folder, options.rows);
    await runAtlas(scratch.environment, ['import', 'companies-house', register]);
    return benchTiles(scratch);
  }).finally(() => rm(folder, { recursive: true, force: true }));
  print(options, result, () => describeTiles(result));
}

async function dropping<Result>(
  databases: ScratchDatabase[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } finally {
    for (const database of databases) await database.drop();
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('A whole number, at least 1.');
  return number;
}

function describeImport(results: ImportBench[], hasServer: boolean): string {
  const table = textTable(
    ['engine', 'rows', 'seconds', 'rows/s', 'peak MB', 'COPY rows/s', 'of COPY'],
    results.map((row) => [
      row.engine,
      row.rows,
      row.seconds,
      row.rowsPerSecond,
      row.peakMegabytes,
      row.copyRowsPerSecond,
      row.ratioToCopy,
    ]),
  );
  return hasServer ? table : `${table}\nPostgreSQL was not measured: DATABASE_URL is not set.`;
}

function describeClusters(results: ClustersBench[]): string {
  return textTable(
    ['businesses', 'selected', 'clusters', 'seconds', 'longest block ms', 'tested s', 'peak MB'],
    results.map((row) => [
      row.businesses,
      row.selected,
      row.clusters,
      row.seconds,
      row.longestBlockMs,
      row.testedSeconds,
      row.peakMegabytes,
    ]),
  );
}

function describeMap({ frames, ...server }: MapBench): string {
  return [
    textTable(
      ['businesses', 'ready after s', 'MB then', 'MB at most'],
      [[server.businesses, server.readySeconds, server.readyMegabytes, server.peakMegabytes]],
    ),
    textTable(
      ['frames', 'p50 ms', 'p95 ms', 'worst ms'],
      [[frames.count, frames.p50, frames.p95, frames.worst]],
    ),
  ].join('\n');
}

function describeTiles({ businesses, bytesPerPoint, loadSeconds, zooms }: TilesBench): string {
  return [
    `${businesses} businesses, ${bytesPerPoint?.toFixed(1)} bytes a point, loaded in ${loadSeconds.toFixed(1)} s`,
    textTable(
      ['zoom', 'tiles', 'p50 ms', 'p99 ms', 'PostGIS p50', 'PostGIS p99', 'p99 ratio'],
      zooms.map((row) => [
        row.zoom,
        row.tiles,
        row.storeP50,
        row.storeP99,
        row.postgisP50,
        row.postgisP99,
        row.ratioP99,
      ]),
    ),
  ].join('\n');
}
