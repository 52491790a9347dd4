import { trackClusters, type ClusterOutline } from '@cluster-atlas/analytics';
import type { ClusterHistory, ClusterHistoryQuery } from '@cluster-atlas/contract';
import type { PlacedBusinesses, Selection } from '@cluster-atlas/points';
import { shareColumns } from '@cluster-atlas/workers';
import { describeSelection } from '../analyses/describe-selection.js';
import { firstEdition } from '../analyses/date-warnings.js';
import { resolveSelection } from '../analyses/selection.js';
import { Turns } from '../analyses/turns.js';
import { listHubsOnGrid, type HubOnGrid } from '../hubs/list-hubs-on-grid.js';
import { readSectors } from '../sectors/division-mix.js';
import { methodOf } from './cluster-method.js';
import { eventsOf, flowsOf, traceId } from './cluster-events.js';
import type { ClusterSources } from './find-clusters.js';
import { hubsInside } from './hubs-inside.js';
import { listMembers, type Membership } from './list-members.js';
import { nameClusters } from './name-clusters.js';
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
 * @throws an `AbortError` when the signal aborts
 */
export async function traceClusters(
  sources: ClusterSources,
  query: ClusterHistoryQuery,
): Promise<ClusterHistory> {
  return (await followClusters(sources, query, null)).history;
}

/** What is found at one date. */
export interface FoundYear {
  selection: Selection;
  placed: PlacedBusinesses;
  /** In the order of their numbers in the snapshot. */
  members: readonly Membership[];
  /** By the number of the cluster in the run. */
  outlines: readonly ClusterOutline[];
}

/**
 * As `traceClusters`; each date is looked at, with outlines, before the next one is found.
 *
 * @returns also the ids of the clusters of each date, in the order of their members
 */
export async function followClusters(
  sources: ClusterSources,
  query: ClusterHistoryQuery,
  lookAt: ((year: FoundYear) => Promise<void>) | null,
): Promise<{ history: ClusterHistory; ids: string[][] }> {
  const edition = await firstEdition(sources.database);
  const [sectors, hubs] = await Promise.all([
    readSectors(sources.database),
    listHubsOnGrid(sources.database),
  ]);
  const dated: DatedClusters[] = [];
  for (const date of datesOf(query)) {
    dated.push(await findAt(sources, query, { ...date, edition, sectors, hubs, lookAt }));
  }
  const tracks = trackClusters(dated.map(({ snapshot }) => snapshot));
  const clusters = describeTraces(dated, tracks);
  const isTold = new Set(clusters.map(({ id }) => id));
  const survivors = dated.filter(({ isSurvivorsOnly }) => isSurvivorsOnly).length;
  const history: ClusterHistory = {
    dates: dated.map(({ date, businesses, snapshot, isSurvivorsOnly }) => ({
      date,
      clusters: snapshot.clusters,
      clustered: snapshot.clusterOf.reduce((sum, cluster) => sum + (cluster >= 0 ? 1 : 0), 0),
      businesses,
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
  return { history, ids: tracks.identities.map((own) => Array.from(own, traceId)) };
}

interface WantedYear extends TracedDate {
  edition: Awaited<ReturnType<typeof firstEdition>>;
  lookAt: ((year: FoundYear) => Promise<void>) | null;
  sectors: Awaited<ReturnType<typeof readSectors>>;
  hubs: readonly HubOnGrid[];
}

/** With the names that a run of the date gives: so a reader finds the cluster again on its map. */
async function findAt(
  { database, store, workers, signal }: ClusterSources,
  query: ClusterHistoryQuery,
  { date, isYearEnd, edition, sectors, hubs, lookAt }: WantedYear,
): Promise<DatedClusters> {
  const selection = await resolveSelection(database, { ...query, date });
  const { placed, weights } = await placesToCluster(store, selection, {
    weight: query.weight,
  });
  const found = await workers.runUntil(
    signal,
    'findOutlinedClusters',
    shareColumns({ xs: placed.xs, ys: placed.ys, weights }),
    methodOf(query),
  );
  const all = await listMembers(placed, found, new Turns(signal));
  const listed = all.filter(({ size }) => size >= query.minSize);
  const names = await nameClusters(database, {
    clusters: listed.map((own) => ({
      hubs: hubsInside(found.outlines[own.cluster]!, hubs),
      ...{ members: own, placed },
    })),
    postcodeOf: (number) => store.postcodeOf(number),
    ...{ sectors, hubs },
  });
  const members = listed
    .map((own, i) => ({ ...own, ...names[i]! }))
    .sort((a, b) => a.cluster - b.cluster);
  await lookAt?.({ selection, placed, members, outlines: found.outlines });
  const isSurvivorsOnly = !edition || selection.date < edition.day;
  const businesses = placed.base.matching - placed.offGrid;
  const snapshot = snapshotOf(placed, members);
  return { date, isYearEnd, isSurvivorsOnly, businesses, members, snapshot };
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
