import { POINT_KINDS } from '../clustering/dbscan.js';
import { outlineClusters, type ClusterOutline } from '../outlines/outline-clusters.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';
import { clusterPoints, type ClusterMethod, type DensityClusters } from './cluster-points.js';

export interface OutlinedClusters extends DensityClusters {
  outlines: ClusterOutline[];
}

const CORE = POINT_KINDS.indexOf('core');

/**
 * Density clusters by either method, with their outlines: around the cores, by the reach at which the
 * cluster holds together (eps of DBSCAN, the distance at which a cluster of HDBSCAN* begins).
 *
 * @param points metres
 * @throws {RangeError} as `clusterPoints`
 */
export function findOutlinedClusters(
  points: WeightedPoints,
  method: ClusterMethod,
): OutlinedClusters {
  const found = clusterPoints(points, method);
  const isDrawn = found.kinds.map((kind) => (kind === CORE ? 1 : 0));
  const reachOf = (cluster: number) => found.reaches[cluster] ?? Infinity;
  return { ...found, outlines: [...outlineClusters({ ...points, ...found, isDrawn }, reachOf)] };
}
