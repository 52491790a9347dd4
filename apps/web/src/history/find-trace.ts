import type { Cluster, ClusterHistory, TracedCluster } from '@cluster-atlas/contract';

/**
 * The cluster of a history that was this one at the date; undefined if the history has no such date.
 * By its size too: a history of other choices may be shown while the right one is on its way.
 */
export function findTrace(
  { clusters }: Pick<ClusterHistory, 'clusters'>,
  { slug, size }: Pick<Cluster, 'slug' | 'size'>,
  date: string | undefined,
): TracedCluster | undefined {
  return clusters.find(({ versions }) =>
    versions.some(
      (version) => version.date === date && version.slug === slug && version.size === size,
    ),
  );
}
