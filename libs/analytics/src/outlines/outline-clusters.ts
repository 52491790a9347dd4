import type { WeightedPoints } from '../sites/collapse-sites.js';
import { outlinePlaces, type Outline } from './outline-places.js';

export interface ClusterOutline extends Outline {
  cluster: number;
  /** Points of the cluster, those that the outline is not drawn around included. */
  size: number;
  weight: number;
  /** Weight per square kilometre. */
  density: number;
  /** Metres; null: the convex hull. */
  alpha: number | null;
  /** Metres. */
  buffer: number;
}

interface LabelledPoints extends WeightedPoints {
  clusters: number;
  /** n clusters, -1 for none. */
  labels: Int32Array;
  /** n, 1 for the points that outlines are drawn around; null: all of a cluster. */
  isDrawn: Uint8Array | null;
}

/** Metres. */
const GREATEST_BUFFER = 250;

/**
 * The outlines of clusters, one after the other: with a buffer of half of alpha, at most 250 m.
 *
 * @param alphaOf the reach of a cluster in metres; Infinity: its convex hull
 */
export function* outlineClusters(
  points: LabelledPoints,
  alphaOf: (cluster: number) => number,
): Generator<ClusterOutline> {
  const { starts, members } = membersOf(points);
  for (let cluster = 0; cluster < points.clusters; cluster++) {
    const all = members.subarray(starts[cluster], starts[cluster + 1]);
    const drawn = points.isDrawn ? all.filter((i) => points.isDrawn![i] === 1) : all;
    const alpha = alphaOf(cluster);
    const buffer = Math.min(alpha / 2, GREATEST_BUFFER);
    const outline = outlinePlaces(
      {
        xs: Float64Array.from(drawn, (i) => points.xs[i]!),
        ys: Float64Array.from(drawn, (i) => points.ys[i]!),
      },
      { alpha, buffer },
    );
    const weights = Float64Array.from(all, (i) => (points.weights ? points.weights[i]! : 1));
    const weight = weights.sort().reduce((sum, each) => sum + each, 0);
    yield {
      cluster,
      size: all.length,
      weight,
      density: weight / outline.areaKm2,
      alpha: alpha < Infinity ? alpha : null,
      buffer,
      ...outline,
    };
  }
}

/** The points of each cluster, side by side. */
function membersOf({ clusters, labels }: LabelledPoints): {
  starts: Uint32Array;
  members: Uint32Array;
} {
  const starts = new Uint32Array(clusters + 1);
  for (let i = 0; i < labels.length; i++) if (labels[i]! >= 0) starts[labels[i]! + 1]!++;
  for (let cluster = 0; cluster < clusters; cluster++) starts[cluster + 1]! += starts[cluster]!;
  const ends = starts.slice();
  const members = new Uint32Array(starts[clusters]!);
  for (let i = 0; i < labels.length; i++) if (labels[i]! >= 0) members[ends[labels[i]!]!++] = i;
  return { starts, members };
}
