/** The points of a cluster. */
export interface ClusterPoints {
  cluster: number;
  xs: Float64Array;
  ys: Float64Array;
}

/**
 * The points of each cluster that has any, by x, then y, or in the order given.
 *
 * @throws {RangeError} if the arrays differ in length or a coordinate is not finite
 */
export function pointsOfClusters(
  { xs, ys, labels }: { xs: Float64Array; ys: Float64Array; labels: Int32Array },
  order: 'place' | 'row',
): ClusterPoints[] {
  if (xs.length !== ys.length || xs.length !== labels.length) {
    throw new RangeError(`${xs.length} xs, ${ys.length} ys, ${labels.length} labels`);
  }
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i])) {
      throw new RangeError(`Point ${i} is at ${xs[i]}, ${ys[i]}`);
    }
    if (label < 0) return;
    if (!members.has(label)) members.set(label, []);
    members.get(label)!.push(i);
  });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([cluster, rows]) => {
      if (order === 'place') rows.sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]!);
      return {
        cluster,
        xs: Float64Array.from(rows, (i) => xs[i]!),
        ys: Float64Array.from(rows, (i) => ys[i]!),
      };
    });
}
