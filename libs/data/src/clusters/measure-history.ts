import type { ClusterHistory, ClusterHistoryQuery, TracedCluster } from '@cluster-atlas/contract';
import { Turns } from '../analyses/turns.js';
import { readSectors } from '../sectors/division-mix.js';
import { MEASURE_COLUMNS, tableLines, type Column } from './cluster-files.js';
import type { ClusterSources } from './find-clusters.js';
import { measureCluster } from './measure-cluster.js';
import { followClusters, type FoundYear } from './trace-clusters.js';

type Cells = readonly (string | number | null)[];

/** A history, and what was measured of each cluster at each date. */
export interface MeasuredHistory {
  history: ClusterHistory;
  /** In the order of `MEASURE_COLUMNS`, by `measureKey`. */
  measures: ReadonlyMap<string, Cells>;
}

/**
 * The history of clusters with the measures of each year: each within its outline of then, beside
 * everything loaded of then. Of a year that is measured only the figures are kept.
 *
 * @throws as `traceClusters`
 */
export async function measureHistory(
  sources: ClusterSources,
  query: ClusterHistoryQuery,
): Promise<MeasuredHistory> {
  const { database, store, signal } = sources;
  const sectors = await readSectors(database);
  const turns = new Turns(signal);
  const years: Cells[][] = [];
  const measureYear = async ({ selection, placed, members, outlines }: FoundYear) => {
    const context = { store, selection, earlier: null, base: placed.base, sectors, hubs: [] };
    const year: Cells[] = [];
    for (const own of members) {
      await turns.next();
      const drawn = { members: own, outline: outlines[own.cluster]!, placed };
      const measured = measureCluster(drawn, context);
      year.push(MEASURE_COLUMNS.map(([, value]) => value(measured)));
    }
    years.push(year);
  };
  const { history, ids } = await followClusters(sources, query, measureYear);
  const measures = new Map(
    years.flatMap((year, at) =>
      year.map((cells, i) => [measureKey(history.dates[at]!.date, ids[at]![i]!), cells] as const),
    ),
  );
  return { history, measures };
}

function measureKey(date: string, id: string): string {
  return `${date} ${id}`;
}

/** A cluster at a date at which it was found, or at which it ended. */
interface PanelRow {
  cluster: TracedCluster;
  date: string;
  isSurvivorsOnly: boolean;
  version: TracedCluster['versions'][number] | undefined;
  events: ClusterHistory['events'];
  cells: Cells | undefined;
}

const COLUMNS: readonly Column<PanelRow>[] = [
  ['cluster', ({ cluster }) => cluster.id],
  ['name', ({ cluster }) => cluster.name],
  ['life_cycle', ({ cluster }) => cluster.lifeCycle],
  ['date', ({ date }) => date],
  ['survivors_only', ({ isSurvivorsOnly }) => String(isSurvivorsOnly)],
  ['state', ({ version }) => (version ? 'found' : 'not found')],
  ['change', ({ version }) => version?.change ?? null],
  ['events', ({ events }) => events.map(({ event }) => event).join(' ')],
  ['events_from', ({ events }) => events.flatMap(({ clusters }) => clusters).join(' ')],
  ['events_into', ({ events }) => events.flatMap(({ into }) => into).join(' ')],
  ...MEASURE_COLUMNS.map(([header], i): Column<PanelRow> => [
    header,
    ({ cells }) => cells?.[i] ?? null,
  ]),
];

/** A line for each cluster and date at which it was found, and one where it is no more. */
export function historyCsv(measured: MeasuredHistory): Generator<string> {
  return tableLines(COLUMNS, panelRows(measured));
}

function* panelRows({ history, measures }: MeasuredHistory): Generator<PanelRow> {
  const { clusters, dates, events } = history;
  for (const cluster of clusters) {
    const versions = new Map(cluster.versions.map((version) => [version.date, version]));
    const own = events.filter(({ clusters: ids, into }) => [...ids, ...into].includes(cluster.id));
    for (const { date, isSurvivorsOnly } of dates) {
      const version = versions.get(date);
      const then = own.filter((event) => event.date === date);
      if (!version && then.length === 0) continue;
      const cells = measures.get(measureKey(date, cluster.id));
      yield { cluster, date, isSurvivorsOnly, version, events: then, cells };
    }
  }
}
