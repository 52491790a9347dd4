import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  benchAnalytics,
  describeAnalytics,
  FAMILY_NAMES,
} from '../bench/analytics/bench-analytics.js';
import { benchClusters, CLUSTER_SIZES } from '../bench/bench-clusters.js';
import { benchDrag, measureDrag } from '../bench/bench-drag.js';
import { benchImport } from '../bench/bench-import.js';
import { benchMap } from '../bench/bench-map.js';
import { benchTiles } from '../bench/bench-tiles.js';
import {
  describeClusters,
  describeDrag,
  describeImport,
  describeMap,
  describeTiles,
} from '../bench/describe-results.js';
import { generatePostcodes, generateRegister } from '../bench/generate-register.js';
import { runAtlas } from '../bench/run-atlas.js';
import {
  scratchEmbedded,
  scratchPostgres,
  type ScratchDatabase,
} from '../bench/scratch-database.js';
import { readConfig } from '../config.js';
import { print, type OutputOptions } from '../output.js';
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
  bench
    .command('drag')
    .description(
      'from the slider of the distance to new outlines on the screen in Chromium, on invented businesses or on the map of a server that runs',
    )
    .option(
      '--businesses <number>',
      'invented ones, a fifth of them clustered',
      wholeNumber,
      25_000,
    )
    .option('--url <address>', 'of the server, instead of invented businesses')
    .option('--selection <parameters>', 'with --url', 'sectorGroup=dcms-digital')
    .option('--json', 'print one JSON document')
    .action(dragCommand);
}

interface DragOptions extends OutputOptions {
  businesses: number;
  url?: string;
  selection: string;
}

async function dragCommand({ url, selection, businesses, ...options }: DragOptions): Promise<void> {
  const scratch = url === undefined ? [await scratchEmbedded()] : [];
  const result = await dropping(scratch, () =>
    url === undefined ? benchDrag(scratch[0]!, businesses) : measureDrag(url, selection),
  );
  print(options, result, () => describeDrag(result));
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
