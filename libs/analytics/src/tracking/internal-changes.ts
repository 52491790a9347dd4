import type { IndexedSnapshot } from './snapshot.js';

/** How a surviving cluster changed within itself. */
export interface InternalChange {
  size: 'grow' | 'shrink' | 'same';
  weightBefore: number;
  weightAfter: number;
  /** By the mean distance to the centroid; null without places. */
  density: 'denser' | 'looser' | 'same' | null;
  /** Whether the centroid moved by more than 0.3 of that distance; null without places. */
  hasShifted: boolean | null;
  /** Of the centroid, in metres. */
  moved: number | null;
}

/** All weight of a cluster, and where it is. */
export interface ClusterShape {
  weight: number;
  /** null without places, or without weight. */
  centroid: { x: number; y: number } | null;
  /** The mean distance to the centroid, in metres. */
  radius: number | null;
}

/** A change by more than this, relative to before, is one. */
const CHANGE = 0.1;
const SHIFT = 0.3;

/**
 * Weights, centroids and radii of all clusters.
 *
 * Linear. Sums of places follow the order of the members' numbers, so not that of the rows.
 */
export function shapesOf(snapshot: IndexedSnapshot): ClusterShape[] {
  const { clusters, clusterOf, weights, places, rows } = snapshot;
  const sums = new Float64Array(clusters);
  const sumsX = new Float64Array(clusters);
  const sumsY = new Float64Array(clusters);
  const distances = new Float64Array(clusters);
  for (const row of rows) {
    if (row < 0 || clusterOf[row]! < 0) continue;
    const weight = weights ? weights[row]! : 1;
    sums[clusterOf[row]!]! += weight;
    if (places === null) continue;
    sumsX[clusterOf[row]!]! += weight * places.xs[row]!;
    sumsY[clusterOf[row]!]! += weight * places.ys[row]!;
  }
  if (places !== null) {
    for (const row of rows) {
      if (row < 0 || clusterOf[row]! < 0) continue;
      const cluster = clusterOf[row]!;
      const dx = places.xs[row]! - sumsX[cluster]! / sums[cluster]!;
      const dy = places.ys[row]! - sumsY[cluster]! / sums[cluster]!;
      if (sums[cluster]! > 0) {
        distances[cluster]! += (weights ? weights[row]! : 1) * Math.sqrt(dx * dx + dy * dy);
      }
    }
  }
  return Array.from(sums, (weight, cluster) => ({
    weight,
    centroid:
      places !== null && weight > 0
        ? { x: sumsX[cluster]! / weight, y: sumsY[cluster]! / weight }
        : null,
    radius: places !== null && weight > 0 ? distances[cluster]! / weight : null,
  }));
}

/**
 * What changed in a cluster that survived: weight by more than 10 %, mean distance to the centroid by
 * more than 10 %, the centroid by more than 0.3 of that distance.
 *
 * Source: Spiliopoulou et al. (2006), as `findTransitions`: internal transitions.
 */
export function internalChange(before: ClusterShape, after: ClusterShape): InternalChange {
  const moved =
    before.centroid && after.centroid
      ? Math.hypot(after.centroid.x - before.centroid.x, after.centroid.y - before.centroid.y)
      : null;
  return {
    size: change(before.weight, after.weight, ['grow', 'shrink']),
    weightBefore: before.weight,
    weightAfter: after.weight,
    density:
      before.radius === null || after.radius === null
        ? null
        : change<'looser' | 'denser'>(before.radius, after.radius, ['looser', 'denser']),
    hasShifted: moved === null ? null : moved > SHIFT * before.radius!,
    moved,
  };
}

function change<Name extends string>(
  before: number,
  after: number,
  [up, down]: readonly [Name, Name],
): Name | 'same' {
  if (Math.abs(after - before) <= CHANGE * before) return 'same';
  return after > before ? up : down;
}
