import { NOISE } from '../clustering/connect-cells.js';
import type { DensityHierarchy } from './density-hierarchy.js';
import { numberClusters, type HierarchyClusters } from './number-clusters.js';

/**
 * The clusters of DBSCAN* for one reach: all that is connected within it, without a least size.
 *
 * Equal to `dbscan` with the labels `star`, that eps, and minPoints as `minSamples`, plus 1 if the
 * hierarchy does not count the point itself. Linear.
 *
 * Source: Campello, Moulavi and Sander (2013), PAKDD, corollary 1.
 *
 * @param eps the reach, in the unit of the points; a distance of exactly eps is within it
 * @throws {RangeError} if eps is not positive
 */
export function cutHierarchy(hierarchy: DensityHierarchy, eps: number): HierarchyClusters {
  if (!(eps > 0 && eps < Infinity)) throw new RangeError(`eps is ${eps}, not a positive number`);
  const { parents, squaredCores, squaredHeights } = hierarchy;
  const leaves = squaredCores.length;
  const clusterOf = new Int32Array(parents.length).fill(NOISE);
  let count = 0;
  for (let i = parents.length - 1; i >= 0; i--) {
    const height = i < leaves ? squaredCores[i]! : squaredHeights[i - leaves]!;
    if (!(height <= eps * eps)) continue;
    const cluster = clusterOf[parents[i]!]!;
    clusterOf[i] = cluster === NOISE ? count++ : cluster;
  }
  return numberClusters(hierarchy, clusterOf.slice(0, leaves), count).found;
}
