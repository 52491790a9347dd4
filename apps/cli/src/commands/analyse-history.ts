import { ClusterHistoryQuery, type ClusterHistory } from '@cluster-atlas/contract';
import {
  historyCsv,
  loadPoints,
  measureHistory,
  traceClusters,
  type ClusterSources,
} from '@cluster-atlas/data';
import { withWorkers } from '@cluster-atlas/workers';
import { Option, type Command } from 'commander';
import { withDatabase } from '../database.js';
import { print, textTable, writeOut } from '../output.js';
import { addSelection, parseQuery, type SelectionOptions } from '../selection-options.js';
import { addMethod } from './analyse-clusters.js';

export function addAnalyseHistory(analyse: Command): void {
  addMethod(
    addSelection(
      analyse
        .command('history')
        .description('the clusters at the end of each year, and what became of them')
        .option('--from <year>', 'the first year (default 2005)')
        .option('--to <year>', 'the last year (default: this one)')
        .option('--date <date>', 'a day told of beside the ends of the years'),
      { hasDate: false },
    ),
  )
    .addOption(
      new Option(
        '--format <format>',
        'csv prints a line for each cluster and year with its measures of then',
      ).choices(['text', 'csv']),
    )
    .option('--json', 'print one JSON document')
    .action(analyseHistoryCommand);
}

async function analyseHistoryCommand({
  json,
  format,
  ...options
}: SelectionOptions): Promise<void> {
  const query = parseQuery(ClusterHistoryQuery, options);
  const ask = <Answer>(work: (sources: ClusterSources) => Promise<Answer>) =>
    withDatabase(async (database) => {
      const store = await loadPoints(database);
      return withWorkers((workers) => work({ database, store, workers }));
    });
  if (format === 'csv') {
    return writeOut(historyCsv(await ask((sources) => measureHistory(sources, query))));
  }
  const history = await ask((sources) => traceClusters(sources, query));
  print({ json: json === true }, history, () => describeHistory(history));
}

function describeHistory({ dates, clusters, events, warnings }: ClusterHistory): string {
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id)).join(' + ');
  return [
    textTable(
      ['date', 'clusters', 'in clusters', 'businesses'],
      dates.map(({ date, clusters: count, clustered, businesses }) => [
        date,
        count,
        clustered,
        businesses,
      ]),
    ),
    '',
    ...events.map(
      ({ date, event, clusters: own, into }) =>
        `${date} ${event}: ${names(own)}${into.length > 0 ? ` > ${names(into)}` : ''}`,
    ),
    '',
    textTable(
      ['cluster', 'life cycle', 'first', 'last', 'size then'],
      clusters.map(({ name, lifeCycle, versions }) => [
        name,
        lifeCycle,
        versions[0]!.date.slice(0, 4),
        versions.at(-1)!.date.slice(0, 4),
        versions.at(-1)!.size,
      ]),
    ),
    ...warnings.map((warning) => `Note: ${warning}`),
  ].join('\n');
}
