import type { WeightedPoints } from '../sites/collapse-sites.js';
import { overlapsOf } from '../tracking/overlaps.js';
import { indexSnapshot } from '../tracking/snapshot.js';
import { clusterPoints, type ClusterMethod, type DensityClusters } from './cluster-points.js';

/** From here on two clusters count as the same. */
const LEAST_JACCARD = 0.5;

/**
 * How far clusters depend on the choice of parameters: of each, the share of other choices that find
 * one with which it has at least half in common, by Jaccard's index of their points.
 *
 * Source: Hennig (2007), Cluster-wise assessment of cluster stability, Computational Statistics & Data
 * Analysis 52, 258-271: similarity by Jaccard, 0.5 as the limit of a dissolved cluster; over choices of
 * parameters instead of resampled data.
 *
 * @returns by cluster, from 0 to 1; null without other choices
 * @throws {RangeError} as `clusterPoints`
 */
export function clusterRobustness(
  points: WeightedPoints,
  found: Pick<DensityClusters, 'clusters' | 'labels'>,
  others: readonly ClusterMethod[],
): (number | null)[] {
  const own = snapshotOf(found);
  const kept = new Uint32Array(found.clusters);
  for (const other of others) {
    const { beforeOf, jaccards } = overlapsOf(
      own,
      snapshotOf(clusterPoints(points, other)),
      'both',
    );
    const isKept = new Set(beforeOf.filter((_, pair) => jaccards[pair]! >= LEAST_JACCARD));
    for (const cluster of isKept) kept[cluster]!++;
  }
  return Array.from(kept, (count) => (others.length > 0 ? count / others.length : null));
}

/** The points are the members. */
function snapshotOf({ clusters, labels }: Pick<DensityClusters, 'clusters' | 'labels'>) {
  return indexSnapshot({
    ...{ clusters, members: Uint32Array.from(labels.keys()), clusterOf: labels },
    ...{ weights: null, places: null },
  });
}
