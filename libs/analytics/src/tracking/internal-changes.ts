import type { IndexedSnapshot } from './snapshot.js';

type SizeChange = 'grow' | 'shrink' | 'same';

/** How a surviving cluster changed within itself. */
export interface InternalChange {
  size: SizeChange;
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
  const { clusters, places } = snapshot;
  const sums = addUp(snapshot, () => 1);
  if (places === null) {
    return Array.from(sums, (weight) => ({ weight, centroid: null, radius: null }));
  }
  const sumsX = addUp(snapshot, (row) => places.xs[row]!);
  const sumsY = addUp(snapshot, (row) => places.ys[row]!);
  const distances = addUp(snapshot, (row, cluster) => {
    const dx = places.xs[row]! - sumsX[cluster]! / sums[cluster]!;
    const dy = places.ys[row]! - sumsY[cluster]! / sums[cluster]!;
    return Math.sqrt(dx * dx + dy * dy);
  });
  return Array.from({ length: clusters }, (_, cluster) => {
    const weight = sums[cluster]!;
    if (weight === 0) return { weight, centroid: null, radius: null };
    return {
      weight,
      centroid: { x: sumsX[cluster]! / weight, y: sumsY[cluster]! / weight },
      radius: distances[cluster]! / weight,
    };
  });
}

/** Sums over the members of each cluster, of weight times figure; those without weight count nothing. */
function addUp(
  { clusters, clusterOf, weights, rows }: IndexedSnapshot,
  figure: (row: number, cluster: number) => number,
): Float64Array {
  const sums = new Float64Array(clusters);
  for (let member = 0; member < rows.length; member++) {
    const row = rows[member]!;
    if (row < 0) continue;
    const cluster = clusterOf[row]!;
    const weight = weights ? weights[row]! : 1;
    if (cluster >= 0 && weight > 0) sums[cluster]! += weight * figure(row, cluster);
  }
  return sums;
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
    size: sizeChange(before.weight, after.weight),
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

/** By more than 10 % of what was before. */
export function sizeChange(before: number, after: number): SizeChange {
  return change(before, after, ['grow', 'shrink']);
}

function change<Name extends string>(
  before: number,
  after: number,
  [up, down]: readonly [Name, Name],
): Name | 'same' {
  if (Math.abs(after - before) <= CHANGE * before) return 'same';
  return after > before ? up : down;
}
