import { NOISE } from '../clustering/connect-cells.js';
import { POINT_KINDS, type Clustering } from '../clustering/dbscan.js';
import type { ReachabilityOrder } from './optics.js';

const [NOISE_KIND, BORDER, CORE] = POINT_KINDS.map((_, kind) => kind);

/**
 * From the sites to the points.
 *
 * @param clusterOf m clusters from 0, or NOISE, by place in the order
 * @param eps a core is what has its core distance within it
 */
export function labelOrder(
  { sites, coreDistances, starts, members }: ReachabilityOrder,
  clusterOf: Int32Array,
  { clusters, eps }: { clusters: number; eps: number },
): Clustering {
  const labels = new Int32Array(members.length);
  const kinds = new Uint8Array(members.length);
  const sizes = new Uint32Array(clusters);
  const counts = POINT_KINDS.map(() => 0);
  for (let at = 0; at < sites.length; at++) {
    const cluster = clusterOf[at]!;
    const kind = cluster === NOISE ? NOISE_KIND! : coreDistances[at]! <= eps ? CORE! : BORDER!;
    const from = starts[sites[at]!]!;
    const to = starts[sites[at]! + 1]!;
    for (let i = from; i < to; i++) {
      labels[members[i]!] = cluster;
      kinds[members[i]!] = kind;
    }
    if (cluster !== NOISE) sizes[cluster]! += to - from;
    counts[kind]! += to - from;
  }
  return {
    clusters,
    labels,
    kinds,
    sizes,
    coreCount: counts[CORE!]!,
    noiseCount: counts[NOISE_KIND!]!,
  };
}
