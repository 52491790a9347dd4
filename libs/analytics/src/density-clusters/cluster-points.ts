import { dbscan, POINT_KINDS, type DbscanOptions } from '../clustering/dbscan.js';
import { buildDensityHierarchy } from '../hierarchy/density-hierarchy.js';
import { selectClusters } from '../hierarchy/select-clusters.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';

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
      /** Metres below which distances are not told apart; default 0. */
      minScale?: number;
    };

/** What either method tells. */
export interface DensityClusters {
  clusters: number;
  /** n clusters, from 0; -1 for noise. */
  labels: Int32Array;
  /** n places in POINT_KINDS; what HDBSCAN* takes in is core. */
  kinds: Uint8Array;
  coreCount: number;
  noiseCount: number;
  /** n from 0 to 1; null where the method knows none. */
  probabilities: Float64Array | null;
  /** By cluster, metres at which it holds together; null: at any. */
  reaches: (number | null)[];
}

const NOISE = POINT_KINDS.indexOf('noise');
const CORE = POINT_KINDS.indexOf('core');

/**
 * Density clusters by either method.
 *
 * @param points metres
 * @throws {RangeError} as `dbscan`, `buildDensityHierarchy` and `selectClusters` do
 */
export function clusterPoints(points: WeightedPoints, method: ClusterMethod): DensityClusters {
  if (method.method === 'dbscan') {
    const found = dbscan(points, method);
    const reaches = Array.from({ length: found.clusters }, () => method.eps);
    return { ...found, probabilities: null, reaches };
  }
  const found = selectClusters(buildDensityHierarchy(points, method), method);
  return {
    ...found,
    kinds: Uint8Array.from(found.labels, (label) => (label < 0 ? NOISE : CORE)),
    coreCount: points.xs.length - found.noiseCount,
  };
}
