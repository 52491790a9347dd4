import type { ClusterPoints } from './cluster-points.js';

/** A cluster, and of its internal points their places and core distances. */
export interface SpannedCluster extends ClusterPoints {
  /** Of all points. */
  size: number;
  cores: Float64Array;
  sparseness: number;
}

type DistanceOf = (i: number, j: number) => number;

/**
 * @param cluster at least 3 points: their order decides between trees of the same length
 */
export function spanCluster(
  { cluster, xs, ys }: ClusterPoints,
  isSquared: boolean,
): SpannedCluster {
  const distanceOf = (i: number, j: number) => {
    const dx = xs[i]! - xs[j]!;
    const dy = ys[i]! - ys[j]!;
    const square = dx * dx + dy * dy;
    return isSquared ? square : Math.sqrt(square);
  };
  const cores = coreDistances(xs.length, distanceOf);
  const { parents, lengths } = span(cores, distanceOf);
  const degrees = new Uint32Array(xs.length);
  for (let i = 1; i < parents.length; i++) {
    degrees[i]!++;
    degrees[parents[i]!]!++;
  }
  const isInternal = (i: number) => degrees[i]! > 1;
  const inside = lengths.filter((_, i) => i > 0 && isInternal(i) && isInternal(parents[i]!));
  const ofInternal = (values: Float64Array) => values.filter((_, i) => isInternal(i));
  return {
    cluster,
    size: xs.length,
    xs: ofInternal(xs),
    ys: ofInternal(ys),
    cores: ofInternal(cores),
    sparseness: (inside.length > 0 ? inside : lengths).reduce((a, b) => Math.max(a, b), 0),
  };
}

/** Definition 1, for the two dimensions of the plane. */
function coreDistances(count: number, distanceOf: DistanceOf): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) if (j !== i) sums[i]! += distanceOf(i, j) ** -2;
  }
  return sums.map((sum) => Math.sqrt((count - 1) / sum));
}

/**
 * A minimum spanning tree of mutual reachability, grown from the first point; of two as near the
 * first comes next, and of two that it is as near to the earlier is its parent.
 *
 * Source: Prim (1957), Bell System Technical Journal 36, 1389-1401.
 *
 * @returns by point: what it is joined to, and the length of that edge; 0 of the first
 */
function span(cores: Float64Array, distanceOf: DistanceOf) {
  const count = cores.length;
  const parents = new Uint32Array(count);
  const lengths = new Float64Array(count).fill(Infinity);
  const isOpen = new Uint8Array(count).fill(1);
  lengths[0] = 0;
  for (let at = 0, next = 0; next >= 0; at = next) {
    isOpen[at] = 0;
    next = -1;
    for (let i = 0; i < count; i++) {
      if (isOpen[i] === 0) continue;
      const length = Math.max(distanceOf(at, i), cores[at]!, cores[i]!);
      if (length < lengths[i]!) {
        lengths[i] = length;
        parents[i] = at;
      }
      if (next < 0 || lengths[i]! < lengths[next]!) next = i;
    }
  }
  return { parents, lengths };
}
