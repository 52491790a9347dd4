import type { ClusterQuery, ClusterRun } from '@cluster-atlas/contract';
import type { PlacedBusinesses, PointStore } from '@cluster-atlas/points';
import { shareColumns, type AnalysisWorkers } from '@cluster-atlas/workers';
import type { DataSource } from 'typeorm';
import { dateWarnings } from '../analyses/date-warnings.js';
import { describeSelection } from '../analyses/describe-selection.js';
import { isoDate, resolveSelection } from '../analyses/selection.js';
import { Turns } from '../analyses/turns.js';
import { listHubsOnGrid } from '../hubs/list-hubs-on-grid.js';
import { readSectors } from '../sectors/division-mix.js';
import { assessClusters, earlierSelection } from './assess-clusters.js';
import { methodOf } from './cluster-method.js';
import { judgeClusters } from './judge-clusters.js';
import { listMembers, type Membership } from './list-members.js';
import { measureCluster, type MeasuredCluster } from './measure-cluster.js';
import { nameClusters } from './name-clusters.js';
import { describeWeight, placesToCluster, type WeighedPlaces } from './places-to-cluster.js';
import { checkTestable } from './test-clusters.js';

export interface ClusterSources {
  database: DataSource;
  store: PointStore;
  workers: AnalysisWorkers;
  /** Gives up when it aborts. */
  signal?: AbortSignal;
  /** Is told how many random labellings are done. */
  onProgress?: (labellings: number) => void;
}

/** More outlines than a map can show; a greater `minSize` leaves the large ones. */
const MOST_LISTED = 2_000;

/** A run, and who is in its clusters: in the order in which they are listed. */
export interface FoundClusters {
  run: ClusterRun;
  members: Membership[];
}

/**
 * Finds the density clusters of a selection and measures each.
 *
 * @throws {NotFound} for a sector group that is not there
 * @throws {RangeError} if a test is asked for that there is not
 * @throws an `AbortError` when the signal aborts
 */
export async function findClusters(
  sources: ClusterSources,
  query: ClusterQuery,
): Promise<FoundClusters> {
  checkTestable(query);
  const { database, store, workers, signal } = sources;
  const selection = await resolveSelection(database, query);
  const weighed = await placesToCluster(store, selection, query);
  const { placed, everyone, weights } = weighed;
  const points = shareColumns({ xs: placed.xs, ys: placed.ys, weights });
  const found = await workers.runUntil(signal, 'findOutlinedClusters', points, methodOf(query));
  const judged = await judgeClusters(sources, { query, points, everyone, found });
  const [sectors, hubs] = await Promise.all([readSectors(database), listHubsOnGrid(database)]);
  const turns = new Turns(signal);
  const all = await listMembers(placed, found, turns);
  const wanted = all.filter(({ size }) => size >= query.minSize);
  const listed = wanted.slice(0, MOST_LISTED);
  const base = placed.base;
  const earlier = await earlierSelection(database, selection);
  const measured: MeasuredCluster[] = [];
  for (const members of listed) {
    await turns.next();
    measured.push(
      measureCluster(
        { members, outline: found.outlines[members.cluster]!, placed },
        { store, selection, earlier, base, sectors, hubs },
      ),
    );
  }
  const names = await nameClusters(database, {
    clusters: measured.map(({ hubs }, i) => ({ hubs, members: listed[i]!, placed })),
    postcodeOf: (number) => store.postcodeOf(number),
    sectors,
    hubs,
  });
  const { assessments, tiers } = await assessClusters(measured, {
    ...{ store, earlier, placed, sectors, judged },
    members: listed,
  });
  const run: ClusterRun = {
    clusters: measured.map((cluster, i) => ({
      id: null,
      ...names[i]!,
      ...cluster,
      ...assessments[i]!,
    })),
    ...count(placed, found),
    clustered: countClustered(placed, found.labels),
    tooSmall: all.length - wanted.length,
    base: { count: base.matching, all: base.all },
    tiers,
    excluded: placed.excluded,
    definition: describe(query, selection.date),
    warnings: [
      ...offGridWarnings(placed),
      ...weightWarnings(weighed),
      ...longListWarnings(wanted.length),
      ...judged.warnings,
      ...(await dateWarnings(database, selection.date)),
    ],
  };
  return { run, members: listed };
}

/** Businesses with a place in a cluster; the places of one stand side by side. */
function countClustered({ ids }: PlacedBusinesses, labels: Int32Array): number {
  let count = 0;
  let last = 0; // no id
  for (let i = 0; i < ids.length; i++) {
    if (labels[i]! < 0 || ids[i] === last) continue;
    last = ids[i]!;
    count++;
  }
  return count;
}

function count(
  { xs, base, offGrid }: PlacedBusinesses,
  { coreCount, noiseCount }: { coreCount: number; noiseCount: number },
) {
  return {
    businesses: base.matching - offGrid,
    points: xs.length,
    core: coreCount,
    border: xs.length - coreCount - noiseCount,
    noise: noiseCount,
  };
}

function longListWarnings(clusters: number): string[] {
  if (clusters <= MOST_LISTED) return [];
  return [`The ${MOST_LISTED} largest of ${clusters} clusters are listed: ask for larger ones.`];
}

function offGridWarnings({ offGrid }: PlacedBusinesses): string[] {
  return offGrid === 0 ? [] : [`${offGrid} businesses lie off the British grid and are left out.`];
}

/** Those without jobs are told of the businesses that have a place. */
function weightWarnings({ placed: { base, offGrid }, weightless }: WeighedPlaces): string[] {
  if (weightless === 0) return [];
  return [
    `${weightless} of ${base.matching - offGrid} businesses state no jobs and are left out of the clusters.`,
  ];
}

function describe(query: ClusterQuery, date: number): ClusterRun['definition'] {
  return {
    ...describeSelection(query),
    date: isoDate(date),
    ...describeWeight(query.weight),
    ...methodOf(query),
    minSize: query.minSize,
    ...(query.labellings > 0 && {
      labellings: query.labellings,
      seed: query.seed,
      significance:
        'likelihood ratio of the share of the selection within reach of the cores (of HDBSCAN*, also of the denser halves, quarters and so on of a cluster, each at its distance), against the greatest of each random labelling of all businesses: p controls the family-wise error',
    }),
    unit: 'business, once at each of its chosen places',
    distances: 'metres in EPSG:27700',
    outline:
      'alpha shape of the cores, alpha the reach of the cluster, with a buffer of half of it, at most 250 m',
    quotient:
      'share of the selection among all businesses inside the outline, by their share in everything loaded',
    interval: '95 %, delta method on ln LQ',
    tier: 'location quotient, amount and establishments beside the quartiles of the listed clusters (Delgado, Porter and Stern 2014)',
  };
}
