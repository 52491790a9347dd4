import { trackClusters } from '@cluster-atlas/analytics';
import type { ClusterHistory, ClusterHistoryQuery } from '@cluster-atlas/contract';
import { shareColumns } from '@cluster-atlas/workers';
import { describeSelection } from '../analyses/describe-selection.js';
import { firstEdition } from '../analyses/date-warnings.js';
import { resolveSelection } from '../analyses/selection.js';
import { Turns } from '../analyses/turns.js';
import { methodOf } from './cluster-method.js';
import { eventsOf, flowsOf } from './cluster-events.js';
import type { ClusterSources } from './find-clusters.js';
import { listMembers } from './list-members.js';
import { describeTraces } from './describe-traces.js';
import { describeWeight, placesToCluster } from './places-to-cluster.js';
import { snapshotOf, type DatedClusters } from './snapshot-clusters.js';

/**
 * Finds clusters at the end of each year and follows them: who they are, and what became of them.
 *
 * Only businesses alive at both dates decide which cluster is which; births and closures change its
 * size. Dates before the first loaded edition know survivors only: clusters are shown there, and no
 * event, change or life cycle rests on them.
 *
 * @throws {NotFound} for a sector group that is not there
 */
export async function traceClusters(
  sources: ClusterSources,
  query: ClusterHistoryQuery,
): Promise<ClusterHistory> {
  const edition = await firstEdition(sources.database);
  const dated: DatedClusters[] = [];
  for (const date of datesOf(query)) dated.push(await findAt(sources, query, { ...date, edition }));
  const tracks = trackClusters(dated.map(({ snapshot }) => snapshot));
  const clusters = await describeTraces(sources, dated, tracks);
  const isTold = new Set(clusters.map(({ id }) => id));
  const survivors = dated.filter(({ isSurvivorsOnly }) => isSurvivorsOnly).length;
  return {
    dates: dated.map(({ date, placed, snapshot, isSurvivorsOnly }) => ({
      date,
      clusters: snapshot.clusters,
      clustered: snapshot.clusterOf.reduce((sum, cluster) => sum + (cluster >= 0 ? 1 : 0), 0),
      businesses: placed.base.matching - placed.offGrid,
      isSurvivorsOnly,
    })),
    clusters,
    events: eventsOf(dated, tracks).filter(({ clusters: own, into }) =>
      [...own, ...into].some((id) => isTold.has(id)),
    ),
    flows: flowsOf(dated, tracks).filter(({ from, to }) => isTold.has(from) && isTold.has(to)),
    definition: describe(query),
    warnings:
      survivors === 0 || !edition
        ? []
        : [
            `Survivors only: ${survivors} of the dates are before the first loaded edition (${edition.date}), which holds no business that had closed by then. No event or life cycle rests on them.`,
          ],
  };
}

async function findAt(
  { database, store, workers }: ClusterSources,
  query: ClusterHistoryQuery,
  { date, isYearEnd, edition }: TracedDate & { edition: Awaited<ReturnType<typeof firstEdition>> },
): Promise<DatedClusters> {
  const selection = await resolveSelection(database, { ...query, date });
  const { placed, weights } = await placesToCluster(store, selection, query.weight);
  const found = await workers.run(
    'clusterPoints',
    shareColumns({ xs: placed.xs, ys: placed.ys, weights }),
    methodOf(query),
  );
  const members = (await listMembers(placed, found, new Turns()))
    .filter(({ size }) => size >= query.minSize)
    .sort((a, b) => a.cluster - b.cluster);
  const isSurvivorsOnly = !edition || selection.date < edition.day;
  const snapshot = snapshotOf(placed, members);
  return { date, isYearEnd, isSurvivorsOnly, placed, members, snapshot };
}

/** The last days of the years; the year that is not over is taken as of today. */
function yearEnds({ from, to }: ClusterHistoryQuery, today: string): string[] {
  const last = to ?? Number(today.slice(0, 4));
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => `${from + i}-12-31`)
    .map((date) => (date.slice(0, 4) === today.slice(0, 4) ? today : date))
    .filter((date) => date <= today);
}

type TracedDate = Pick<DatedClusters, 'date' | 'isYearEnd'>;

/** The ends of the years, and the day that is asked for beside them, in the order of time. */
function datesOf(query: ClusterHistoryQuery): TracedDate[] {
  const today = new Date().toISOString().slice(0, 10);
  const ends = yearEnds(query, today);
  const own = query.date === undefined || query.date > today ? [] : [query.date];
  return [...new Set([...ends, ...own])]
    .sort()
    .map((date) => ({ date, isYearEnd: ends.includes(date) }));
}

function describe(query: ClusterHistoryQuery): ClusterHistory['definition'] {
  return {
    ...describeSelection(query),
    ...(query.date !== undefined && { date: query.date }),
    ...describeWeight(query.weight),
    ...methodOf(query),
    minSize: query.minSize,
    tracking:
      'MONIC on the businesses alive at both dates: a match holds half of a cluster, a part of a split a quarter; a gap of up to 2 dates is bridged',
    unit: 'business, once: in the cluster of its first place in one',
  };
}
