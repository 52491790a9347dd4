import { POINT_KINDS } from '@cluster-atlas/analytics';
import type { Cluster, ClusterQuery } from '@cluster-atlas/contract';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import { clusterTestOnThreads, shareColumns } from '@cluster-atlas/workers';
import type { ClusterSources } from './find-clusters.js';

type Significance = NonNullable<Cluster['significance']>;

interface TestedRun {
  /** In the order of the matching places. */
  labels: Int32Array;
  kinds: Uint8Array;
  query: ClusterQuery;
}

const CORE = POINT_KINDS.indexOf('core');
/** When so many labellings stand out as much, it is clear that a cluster does not. */
const ENOUGH = 20;

/**
 * The test deals out businesses, each as much as any other: it says nothing of jobs.
 *
 * @throws {RangeError} if clusters of jobs are to be tested
 */
export function checkTestable({
  weight,
  labellings,
}: Pick<ClusterQuery, 'weight' | 'labellings'>): void {
  if (weight === 'jobs' && labellings > 0) {
    throw new RangeError(
      'Clusters by jobs are not tested for significance, because the test is of how many businesses there are: ask for no labellings.',
    );
  }
}

/**
 * Whether the clusters are more than places where business of any kind is dense: `testClusters` of
 * the analytics library, among all businesses.
 *
 * @param everyone the matching businesses and those around them
 * @returns by number of the cluster
 */
export async function testClusters(
  { workers, signal, onProgress }: Pick<ClusterSources, 'workers' | 'signal' | 'onProgress'>,
  everyone: PlacedBusinesses,
  { labels, kinds, query }: TestedRun,
): Promise<Map<number, Significance>> {
  const { eps, minPoints, labellings, seed } = query;
  const { xs, ys, matching: types } = everyone;
  const points = shareColumns({ xs, ys, weights: null, types });
  const rule = { reference: 1, eps, minPoints };
  const test = await clusterTestOnThreads(workers, points, {
    ...rule,
    ...{ labellings, seed, enough: ENOUGH },
    ...{ signal, onProgress },
  });
  const placeOf = ranks(everyone.matching);
  const tested = new Map<number, Significance>();
  test.references.forEach((point, i) => {
    const place = placeOf[point]!;
    if (kinds[place] !== CORE) return; // the methods may differ in border points
    const { p, expected, labellings: used } = test.clusters[test.labels[i]!]!;
    tested.set(labels[place]!, { p, level: levelOf(p), expected, labellings: used });
  });
  return tested;
}

/** Which of the matching places each is. */
function ranks(matching: Uint8Array): Uint32Array {
  const places = new Uint32Array(matching.length);
  let count = 0;
  for (let i = 0; i < matching.length; i++) {
    places[i] = count;
    count += matching[i]!;
  }
  return places;
}

function levelOf(p: number): Significance['level'] {
  if (p < 0.01) return 'strong';
  return p < 0.05 ? 'weak' : 'none';
}
