import type { WeightedPoints } from '../sites/collapse-sites.js';
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
  const kept = new Uint32Array(found.clusters);
  for (const other of others) {
    bestJaccards(found, clusterPoints(points, other)).forEach((jaccard, cluster) => {
      if (jaccard >= LEAST_JACCARD) kept[cluster]!++;
    });
  }
  return Array.from(kept, (count) => (others.length > 0 ? count / others.length : null));
}

/** Of each cluster the greatest share that it has in common with one of the others. */
function bestJaccards(
  { clusters, labels }: Pick<DensityClusters, 'clusters' | 'labels'>,
  other: DensityClusters,
): Float64Array {
  const sizes = new Uint32Array(clusters);
  const otherSizes = new Uint32Array(other.clusters);
  const common = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const otherLabel = other.labels[i]!;
    if (label >= 0) sizes[label]!++;
    if (otherLabel >= 0) otherSizes[otherLabel]!++;
    if (label < 0 || otherLabel < 0) continue;
    const pair = label * other.clusters + otherLabel;
    common.set(pair, (common.get(pair) ?? 0) + 1);
  }
  const best = new Float64Array(clusters);
  for (const [pair, count] of common) {
    const cluster = Math.floor(pair / other.clusters);
    const union = sizes[cluster]! + otherSizes[pair % other.clusters]! - count;
    best[cluster] = Math.max(best[cluster]!, count / union);
  }
  return best;
}
