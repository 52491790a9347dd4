import { HubDensityQuery, type HubDensity } from '@cluster-atlas/contract';
import { analyseHub, loadPoints } from '@cluster-atlas/data';
import type { Command } from 'commander';
import { z } from 'zod';
import { withDatabase } from '../database.js';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';

/** Options that every analysis shares, as `SelectionQuery` of the contract describes them. */
function addSelection(command: Command): Command {
  return command
    .option('--sectors <codes>', 'SIC 2007 codes at any level, for example 58,59,62.01')
    .option('--sector-group <slug>', 'a named group of sectors, for example dcms-digital')
    .option('--primary-only', 'only the first sector code counts')
    .option('--location <kind>', 'best, registered, trading or activity (default best)')
    .option('--status <text>', 'the register’s whole status text (default: all still on it)')
    .option('--date <date>', 'the day that is measured (default today)')
    .option('--size-bands <bands>', 'stated employees: 0,1,2-9,10-49,50-249,250+,unknown')
    .option('--mass-addresses <policy>', 'exclude (default) or include');
}

export function addAnalyse(program: Command): void {
  const analyse = program.command('analyse').description('Measure what the database holds.');
  addSelection(
    analyse
      .command('hub')
      .description('the density around a hub or a point')
      .argument('<slug or lat,lon>', 'for example mediacityuk or 53.4729,-2.2997')
      .option('--radii <metres>', 'radii of the discs (default 250,500,1000,2000)')
      .option('--base <base>', 'loaded (default), country:GB or area:CODE'),
  )
    .option('--json', 'print one JSON document')
    .action(analyseHubCommand);
}

type Options = OutputOptions & Record<string, string | boolean | undefined>;

async function analyseHubCommand(place: string, { json, ...options }: Options): Promise<void> {
  const query = parseQuery(HubDensityQuery, options);
  const result = await withDatabase(async (database) =>
    analyseHub(database, await loadPoints(database), { place, query }),
  );
  print({ json: json === true }, result, () => describeHub(result));
}

function parseQuery<Schema extends z.ZodType>(schema: Schema, options: Options): z.output<Schema> {
  const given = Object.entries(options).map(([name, value]) => [
    name,
    value === true ? 'true' : value,
  ]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
  return parsed.data;
}

function describeHub(result: HubDensity): string {
  const { centre, hub, rings, sectors, nearest, warnings } = result;
  return [
    hub ? `${hub.name} (${hub.kind})` : 'A point',
    `  ${centre.latitude.toFixed(5)}, ${centre.longitude.toFixed(5)}; EPSG:27700 ${centre.easting.toFixed(1)}, ${centre.northing.toFixed(1)}`,
    '',
    textTable(
      ['radius m', 'matching', 'all', 'per km²', 'LQ', 'low', 'high'],
      rings.map(({ radius, count, all, densityPerKm2, lq, low, high }) => [
        radius,
        count,
        all,
        densityPerKm2,
        lq,
        low,
        high,
      ]),
    ),
    '',
    textTable(
      ['sector', 'businesses'],
      sectors.slice(0, 10).map(({ code, title, count }) => [`${code} ${title}`, count]),
    ),
    '',
    textTable(
      ['nearest', 'metres'],
      nearest.map(({ name, distance }) => [name, Math.round(distance)]),
    ),
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
