import { NOISE } from '../clustering/connect-cells.js';
import type { Clustering } from '../clustering/dbscan.js';
import { labelOrder } from './label-order.js';
import type { ReachabilityOrder } from './optics.js';

/**
 * The clusters that DBSCAN finds at `eps`, taken from the order in linear time.
 *
 * A site out of reach of those before begins a cluster if it is core, and is noise otherwise. So
 * cores are together as DBSCAN has them; a border point that comes before the cores that reach it is
 * noise. Clusters are numbered in the order.
 *
 * Source: Ankerst, Breunig, Kriegel and Sander (1999), figure 8.
 *
 * @throws {RangeError} if eps is not positive and finite, or above the `maxEps` of the order
 */
export function cutOrder(order: ReachabilityOrder, eps: number): Clustering {
  if (!(eps > 0 && eps < Infinity && eps <= order.maxEps)) {
    throw new RangeError(`eps is ${eps}, not a positive number up to ${order.maxEps}`);
  }
  const { reachabilities, coreDistances } = order;
  let clusters = 0;
  const clusterOf = reachabilities.map((reachability, at) => {
    if (reachability <= eps) return clusters - 1;
    return coreDistances[at]! <= eps ? clusters++ : NOISE;
  });
  return labelOrder(order, Int32Array.from(clusterOf), { clusters, eps });
}
