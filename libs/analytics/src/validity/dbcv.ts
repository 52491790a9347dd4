import { pointsOfClusters } from './cluster-points.js';
import { spanCluster, type SpannedCluster } from './span-cluster.js';

export interface DbcvOptions {
  /**
   * In which order of the points a spanning tree is grown, where there are several: by x, then y, or
   * as given, which is what R's dbscan has. Default `place`.
   */
  ties?: 'place' | 'row';
  /** Whether distances are squared, as in the program of the index's authors. Default false. */
  isSquared?: boolean;
}

export interface ClusterValidity {
  cluster: number;
  /** Points of the cluster. */
  size: number;
  /** The longest edge between internal points, in the unit of the distance. */
  sparseness: number;
  /** The least mutual reachability distance of an internal point to one of another cluster. */
  separation: number;
  /** From -1 to 1. */
  validity: number;
}

/**
 * How much more sparse it is between clusters than within them (DBCV), from -1 to 1.
 *
 * A point's core distance is the root of the harmonic mean of its squared distances to the others of
 * its cluster, 0 if it shares its place with one. Within each cluster a minimum spanning tree of
 * mutual reachability is grown; points of more than one edge are internal. Where no edge is between
 * internal points, all count for the sparseness. Clusters of less than 3 points are noise; noise
 * adds nothing, but counts among the points. Sparseness and separation that are both 0 make a
 * validity of 0.
 *
 * O(n^2).
 *
 * Source: Moulavi, Jaskowiak, Campello, Zimek and Sander (2014), Density-based clustering validation,
 * SIAM SDM, 839-847, definitions 1 to 8, with the plane's dimension of 2.
 *
 * @param labels n clusters from 0; below 0 for noise
 * @returns `score`: null where there are not two clusters of 3 points, as then there is no separation
 * @throws {RangeError} if the arrays differ in length or a coordinate is not finite
 */
export function dbcv(
  points: { xs: Float64Array; ys: Float64Array },
  labels: Int32Array,
  { ties = 'place', isSquared = false }: DbcvOptions = {},
): { score: number | null; clusters: ClusterValidity[] } {
  const spanned = pointsOfClusters({ ...points, labels }, ties)
    .filter(({ xs }) => xs.length > 2)
    .map((cluster) => spanCluster(cluster, isSquared));
  if (spanned.length < 2) return { score: null, clusters: [] };
  const separations = separationsOf(spanned, isSquared);
  const clusters = spanned.map(({ cluster, size, sparseness }, i) => {
    const separation = separations[i]!;
    const greater = Math.max(separation, sparseness);
    const validity = greater > 0 ? (separation - sparseness) / greater : 0;
    return { cluster, size, sparseness, separation, validity };
  });
  const sum = clusters.reduce((total, { size, validity }) => total + size * validity, 0);
  return { score: sum / labels.length, clusters };
}

/** Of each cluster to the nearest other. */
function separationsOf(clusters: readonly SpannedCluster[], isSquared: boolean): Float64Array {
  const least = new Float64Array(clusters.length).fill(Infinity);
  for (let a = 0; a < clusters.length; a++) {
    for (let b = a + 1; b < clusters.length; b++) {
      const separation = separationBetween(clusters[a]!, clusters[b]!, isSquared);
      least[a] = Math.min(least[a]!, separation);
      least[b] = Math.min(least[b]!, separation);
    }
  }
  return least;
}

function separationBetween(a: SpannedCluster, b: SpannedCluster, isSquared: boolean): number {
  let least = Infinity;
  for (let i = 0; i < a.xs.length; i++) {
    for (let j = 0; j < b.xs.length; j++) {
      const dx = a.xs[i]! - b.xs[j]!;
      const dy = a.ys[i]! - b.ys[j]!;
      const square = dx * dx + dy * dy;
      const distance = isSquared ? square : Math.sqrt(square);
      least = Math.min(least, Math.max(distance, a.cores[i]!, b.cores[j]!));
    }
  }
  return least;
}
