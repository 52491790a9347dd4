import {
  AreaQuery,
  Corners,
  type AreaMeasures,
  type AreaProfile,
  type AreaTable,
} from '@cluster-atlas/contract';
import {
  areaTableCsv,
  describeArea,
  drawnLayer,
  layerOfCode,
  loadLayer,
  loadPoints,
  measureAreas,
  studyLayer,
  type AreaStudy,
  type LoadedLayer,
} from '@cluster-atlas/data';
import { withWorkers } from '@cluster-atlas/workers';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { withDatabase } from '../database.js';
import { print, textTable } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';
import { UsageError } from '../usage-error.js';
import { analyseEmployment } from './analyse-employment.js';
import { percent, sectorTable } from './sector-table.js';

/** So many areas are worth reading in a terminal. */
const MOST_LINES = 50;

type Database = Parameters<Parameters<typeof withDatabase>[0]>[0];

export function addAnalyseAreas(analyse: Command): void {
  const since = [
    '--since <date>',
    'the earlier date of growth (default five years before)',
  ] as const;
  addSelection(
    analyse
      .command('areas')
      .description('every area of a layer, measured for the selected businesses')
      .argument('<layer>', 'as `atlas import boundaries --layer` named it'),
  )
    .option(...since)
    .addOption(new Option('--format <format>', 'csv or json').choices(['text', 'csv', 'json']))
    .option('--json', 'print one JSON document')
    .action(analyseAreasCommand);
  addSelection(
    analyse
      .command('area')
      .description('one area: its measures, divisions, sizes, hubs and peers')
      .argument('[code]', 'of the area; not with --corners')
      .option('--layer <layer>', 'where several have the code (default: the one added last)')
      .option('--corners <corners>', 'an area of your own: lat,lon;lat,lon;lat,lon'),
  )
    .option('--since <date>', `${since[1]}; a year with --basis employment`)
    .addOption(
      new Option(
        '--basis <basis>',
        'businesses as selected (default), or the jobs that `atlas import employment` loaded',
      ).choices(['businesses', 'employment']),
    )
    .option('--year <year>', 'with --basis employment: the year (default the newest)')
    .option('--level <digits>', 'with --basis employment: 2 (default), 3, 4, 5 or deepest')
    .option('--json', 'print one JSON document')
    .action(analyseAreaCommand);
}

async function analyseAreasCommand(
  layer: string,
  { json, format, ...options }: SelectionOptions,
): Promise<void> {
  const query = parseQuery(AreaQuery, options);
  const table = await withStudy(
    query,
    (database) => loadLayer(database, layer),
    (study) => measureAreas(study, query),
  );
  if (format === 'csv') process.stdout.write(areaTableCsv(table));
  else print({ json: json === true || format === 'json' }, table, () => describeTable(table));
}

async function analyseAreaCommand(
  code: string | undefined,
  { basis, ...given }: SelectionOptions,
): Promise<void> {
  const { json, layer, corners, ...options } = given;
  if ((code === undefined) === (corners === undefined)) {
    throw new UsageError('Name the code of an area, or give --corners.');
  }
  if (basis === 'employment') return analyseEmployment(code, given);
  const query = parseQuery(AreaQuery, options);
  const load = async (database: Database) => {
    if (code === undefined)
      return drawnLayer(database, parseQuery(z.object({ corners: Corners }), { corners }).corners);
    return loadLayer(database, String(layer ?? (await layerOfCode(database, code))));
  };
  const profile = await withStudy(query, load, (study) =>
    describeArea(study, code ?? study.layer.areas[0]!.code, query),
  );
  print({ json: json === true }, profile, () => describeProfile(profile));
}

function withStudy<Answer>(
  query: AreaQuery,
  load: (database: Database) => Promise<LoadedLayer>,
  measure: (study: AreaStudy) => Promise<Answer>,
): Promise<Answer> {
  return withDatabase(async (database) => {
    const layer = await load(database);
    const store = await loadPoints(database);
    return withWorkers(async (workers) =>
      measure(await studyLayer({ database, store, workers }, layer, query)),
    );
  });
}

function describeTable({ areas, layer, outside, warnings }: AreaTable): string {
  const densest = [...areas].sort((a, b) => (b.densityPerKm2 ?? 0) - (a.densityPerKm2 ?? 0));
  return [
    `${areas.length} areas of ${layer}, the densest first; ${outside.matching} businesses lie in none`,
    '',
    textTable(
      ['code', 'name', 'matching', 'all', 'per km²', 'LQ', 'low', 'high', 'shrunk', 'growth %'],
      densest
        .slice(0, MOST_LINES)
        .map((area) => [
          area.code,
          area.name,
          area.matching,
          area.all,
          area.densityPerKm2,
          area.lq,
          area.low,
          area.high,
          area.shrunkLq,
          percent(area.growth),
        ]),
    ),
    ...(areas.length > MOST_LINES ? [`… and ${areas.length - MOST_LINES} more`] : []),
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}

function describeProfile({ measures, divisions, hubs, peers, ...rest }: AreaProfile): string {
  return [
    ...headLines(measures),
    `  hubs: ${hubs.map(({ name }) => name).join(', ') || 'none'}`,
    `  most like it: ${peers.map(({ name }) => name).join(', ') || 'none'}`,
    '',
    sectorTable('businesses', divisions),
    ...rest.warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}

function headLines({ code, name, areaKm2, matching, all, lq, low, high }: AreaMeasures): string[] {
  const quotient = lq === null ? '–' : lq.toFixed(2);
  const interval =
    low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return [
    `${name} (${code}), ${areaKm2.toFixed(2)} km²`,
    `  ${matching} of ${all} businesses, location quotient ${quotient}${interval}`,
  ];
}
