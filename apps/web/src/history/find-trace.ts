import type { Cluster, ClusterHistory, TracedCluster } from '@cluster-atlas/contract';

/** A metre, in degrees; both answers take the mean of the same places. */
const SAME_PLACE = 1e-5;

/** The cluster of a history that was this one at the date; undefined if the history has no such date. */
export function findTrace(
  { clusters }: Pick<ClusterHistory, 'clusters'>,
  { size, centre: [longitude, latitude] }: Pick<Cluster, 'size' | 'centre'>,
  date: string | undefined,
): TracedCluster | undefined {
  return clusters.find(({ versions }) =>
    versions.some(
      (version) =>
        version.date === date &&
        version.size === size &&
        Math.abs(version.longitude - longitude) < SAME_PLACE &&
        Math.abs(version.latitude - latitude) < SAME_PLACE,
    ),
  );
}
