import { dbscan, POINT_KINDS, type DbscanOptions } from '../clustering/dbscan.js';
import { buildDensityHierarchy } from '../hierarchy/density-hierarchy.js';
import { selectClusters } from '../hierarchy/select-clusters.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';
import { outlineClusters, type ClusterOutline } from './outline-clusters.js';

export type ClusterMethod =
  | ({ method: 'dbscan' } & DbscanOptions)
  | {
      method: 'hdbscan';
      minClusterSize: number;
      /** Other points, or their weight, within a point's core distance. */
      minSamples: number;
      selection: 'eom' | 'leaf';
      /** Metres. */
      selectionEpsilon: number;
    };

export interface OutlinedClusters {
  clusters: number;
  /** n clusters, from 0; -1 for noise. */
  labels: Int32Array;
  /** n places in POINT_KINDS; what HDBSCAN* takes in is core. */
  kinds: Uint8Array;
  coreCount: number;
  noiseCount: number;
  /** n from 0 to 1; null where the method knows none. */
  probabilities: Float64Array | null;
  outlines: ClusterOutline[];
}

const NOISE = POINT_KINDS.indexOf('noise');
const CORE = POINT_KINDS.indexOf('core');

/**
 * Density clusters by either method, with their outlines: around the cores, by the reach at which the
 * cluster holds together (eps of DBSCAN, the distance at which a cluster of HDBSCAN* begins).
 *
 * @param points metres
 * @throws {RangeError} as `dbscan`, `buildDensityHierarchy` and `selectClusters` do
 */
export function findOutlinedClusters(
  points: WeightedPoints,
  method: ClusterMethod,
): OutlinedClusters {
  return method.method === 'dbscan' ? byReach(points, method) : byHierarchy(points, method);
}

function byReach(points: WeightedPoints, options: DbscanOptions): OutlinedClusters {
  const found = dbscan(points, options);
  const isDrawn = found.kinds.map((kind) => (kind === CORE ? 1 : 0));
  return {
    ...found,
    probabilities: null,
    outlines: [...outlineClusters({ ...points, ...found, isDrawn }, () => options.eps)],
  };
}

function byHierarchy(
  points: WeightedPoints,
  options: Extract<ClusterMethod, { method: 'hdbscan' }>,
): OutlinedClusters {
  const hierarchy = buildDensityHierarchy(points, options);
  const found = selectClusters(hierarchy, options);
  const reachOf = (cluster: number) => found.reaches[cluster] ?? Infinity;
  return {
    ...found,
    kinds: Uint8Array.from(found.labels, (label) => (label < 0 ? NOISE : CORE)),
    coreCount: points.xs.length - found.noiseCount,
    outlines: [...outlineClusters({ ...points, ...found, isDrawn: null }, reachOf)],
  };
}
