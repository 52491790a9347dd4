import { ClusterList, type ClusterTree } from './cluster-list.js';
import type { DensityHierarchy } from './density-hierarchy.js';

/** The clusters of a hierarchy that have a least size, and where its leaves leave them. */
export interface CondensedTree extends ClusterTree {
  /** m: the cluster that each leaf of the hierarchy leaves, and the density at which. */
  leafClusters: Uint32Array;
  leafDensities: Float64Array;
}

export interface CondenseOptions {
  minClusterSize: number;
  /** Densities are at most 1 / this; 0: there is no limit. */
  minScale: number;
}

/** Instead of a density: not left yet. */
const WITHIN = -1;

/**
 * Follows the hierarchy from the root down. Where a component parts, a cluster with at least two
 * parts of the least size ends and these begin; with one, that part goes on as the cluster; all
 * else leaves it. Within minScale nothing parts: what is left leaves at once.
 *
 * A site is a part too, where it is apart from others above its core distance, at which its points
 * leave. Linear.
 *
 * Source: Campello et al. (2015), algorithm 1, step 4.2; McInnes and Healy (2017), Accelerated
 * hierarchical density based clustering, ICDMW, section II.
 *
 * @returns no clusters where there are no points, or core distances are infinite
 */
export function condense(hierarchy: DensityHierarchy, options: CondenseOptions): CondensedTree {
  const { parents, squaredCores, squaredHeights, weights } = hierarchy;
  const leaves = squaredCores.length;
  const root = parents.length - 1;
  const clusters = new ClusterList();
  const clusterOf = new Uint32Array(parents.length);
  const densities = new Float64Array(parents.length).fill(WITHIN);
  const isEmpty = leaves === 0 || squaredCores[0] === Infinity;
  if (!isEmpty) clusters.begin({ parent: 0, birth: 0, weight: weights[root]! });
  const largeParts = countLargeParts(hierarchy, options);
  for (let i = root; i >= 0 && !isEmpty; i--) {
    const parent = parents[i]!;
    const cluster = clusterOf[parent]!;
    const weight = weights[i]!;
    if (densities[parent]! !== WITHIN) {
      clusterOf[i] = cluster;
      densities[i] = densities[parent]!;
      continue;
    }
    if (i < root) {
      const height = squaredHeights[parent - leaves]!;
      const density = densityAt(height, options);
      const parts = largeParts[parent - leaves]!;
      const isLost = isLeast(height, options) || !isLarge(hierarchy, i, options);
      if (isLost || parts > 1) clusters.leave(cluster, weight, density);
      if (isLost) densities[i] = density;
      const isNew = !isLost && parts > 1;
      clusterOf[i] = isNew ? clusters.begin({ parent: cluster, birth: density, weight }) : cluster;
      if (isLost) continue;
    }
    if (i >= leaves) continue;
    densities[i] = densityAt(squaredCores[i]!, options);
    clusters.leave(clusterOf[i]!, weight, densities[i]!);
  }
  return {
    ...clusters.toTree(),
    leafClusters: clusterOf.slice(0, leaves),
    leafDensities: densities.slice(0, leaves),
  };
}

function countLargeParts(hierarchy: DensityHierarchy, options: CondenseOptions): Uint32Array {
  const { parents, squaredHeights } = hierarchy;
  const leaves = parents.length - squaredHeights.length;
  const counts = new Uint32Array(squaredHeights.length);
  for (let i = 0; i < parents.length - 1; i++) {
    const parent = parents[i]!;
    if (parent >= leaves && isLarge(hierarchy, i, options)) counts[parent - leaves]!++;
  }
  return counts;
}

/** A site parts into its points at its core distance: it is no whole where its node parts there too. */
function isLarge(
  { parents, squaredCores, squaredHeights, weights }: DensityHierarchy,
  i: number,
  { minClusterSize }: CondenseOptions,
): boolean {
  if (weights[i]! < minClusterSize) return false;
  const leaves = squaredCores.length;
  return i >= leaves || squaredCores[i]! < squaredHeights[parents[i]! - leaves]!;
}

function isLeast(squaredHeight: number, { minScale }: CondenseOptions): boolean {
  return Math.sqrt(squaredHeight) <= minScale;
}

function densityAt(squaredHeight: number, { minScale }: CondenseOptions): number {
  return 1 / Math.max(Math.sqrt(squaredHeight), minScale);
}
