import { POINT_KINDS } from '../../clustering/dbscan.js';
import type { ClusterMethod, DensityClusters } from '../../density-clusters/cluster-points.js';

/** Part of a cluster, and how far around it reaches. */
export interface ClusterWindow {
  cluster: number;
  /** Place numbers of cores, ascending. */
  cores: Uint32Array;
  reach: number;
}

const CORE = POINT_KINDS.indexOf('core');

/**
 * The windows in which clusters are sought to stand out: around the cores of a cluster of DBSCAN, eps.
 *
 * A cluster of HDBSCAN* is one of many densities, the sparsest where it begins: around all of it, the
 * distance at which it begins; around the half of it that stays longest, the distance up to which that
 * half stays together; and so on to quarters and less, down to the least size of a cluster. Otherwise
 * a group would be lost in the cluster that it lies in, where nothing beside it is a cluster.
 *
 * @param sites n place numbers of the points, ascending
 */
export function* clusterWindows(
  clustering: DensityClusters,
  sites: Uint32Array,
  method: ClusterMethod,
): Generator<ClusterWindow> {
  const { kinds, labels, reaches, exits } = clustering;
  const coresOf = reaches.map((): number[] => []);
  for (let i = 0; i < sites.length; i++) if (kinds[i] === CORE) coresOf[labels[i]!]!.push(i);
  for (const [cluster, points] of coresOf.entries()) {
    yield { cluster, cores: placesOf(points, sites), reach: reaches[cluster] ?? Infinity };
    if (!exits || method.method !== 'hdbscan') continue;
    const ascending = Float64Array.from(points, (i) => exits[i]!).sort();
    let count = Math.ceil(points.length / 2);
    for (; count >= method.minClusterSize; count = Math.ceil(count / 2)) {
      const reach = ascending[count - 1]!;
      const densest = points.filter((i) => exits[i]! <= reach);
      yield { cluster, cores: placesOf(densest, sites), reach };
    }
  }
}

/** Once each: those of one place stand side by side. */
function placesOf(points: readonly number[], sites: Uint32Array): Uint32Array {
  const places = Uint32Array.from(points, (i) => sites[i]!);
  return places.filter((place, i) => i === 0 || place !== places[i - 1]);
}
