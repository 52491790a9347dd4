import { NOISE } from '../clustering/connect-cells.js';
import type { Clustering } from '../clustering/dbscan.js';
import { labelOrder } from './label-order.js';
import type { ReachabilityOrder } from './optics.js';
import { plotReachability } from './reachability-plot.js';
import { findValleys } from './steep-areas.js';

export interface XiOptions {
  /** The part by which reachability falls and rises at a cluster's sides; between 0 and 1, default 0.05. */
  xi?: number;
  /** The weight of a cluster; above 0, default the `minPoints` of the order. */
  minClusterSize?: number;
}

/**
 * The valleys of the reachability plot, whatever their depth; of those within one another the
 * innermost.
 *
 * Clusters are numbered in the order. A point is core if its core distance is within the `maxEps`
 * of the order, else border. Points at one place are in one cluster: it is that of the last of them
 * in the plot.
 *
 * Source: Ankerst, Breunig, Kriegel and Sander (1999), section 4.3; the choice of the innermost is
 * scikit-learn's.
 *
 * @throws {RangeError} if xi is not between 0 and 1 or minClusterSize not positive
 */
export function xiClusters(
  order: ReachabilityOrder,
  { xi = 0.05, minClusterSize = order.minPoints }: XiOptions = {},
): Clustering {
  if (!(xi > 0 && xi < 1)) throw new RangeError(`xi is ${xi}, not between 0 and 1`);
  if (!(minClusterSize > 0 && minClusterSize < Infinity)) {
    throw new RangeError(`minClusterSize is ${minClusterSize}, not a positive number`);
  }
  const plot = plotReachability(order);
  const clusterOf = new Int32Array(order.sites.length).fill(NOISE);
  let clusters = 0;
  for (const { start, end } of findValleys(plot, { xi, minPoints: order.minPoints })) {
    const [first, last] = [plot.places[start]!, plot.places[end]!];
    const weight = order.weights.subarray(first, last + 1).reduce((sum, each) => sum + each, 0);
    if (weight < minClusterSize) continue;
    if (clusterOf.subarray(first, last + 1).some((cluster) => cluster !== NOISE)) continue;
    clusterOf.fill(clusters++, first, last + 1);
  }
  return labelOrder(order, clusterOf, { clusters, eps: order.maxEps });
}
