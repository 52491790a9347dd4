import type { PointReachability } from './point-reachability.js';

/**
 * How far, at most, the points of each cluster are reached from within it: its first, which is
 * reached from outside, does not count.
 *
 * @param labels n clusters, -1 for noise
 * @returns one for each cluster, in the unit of the points; 0 of a cluster of one point
 */
export function clusterReaches(
  { orders, reachabilities }: PointReachability,
  { clusters, labels }: { clusters: number; labels: Int32Array },
): Float64Array {
  const firsts = new Float64Array(clusters).fill(Infinity);
  labels.forEach((label, i) => {
    if (label >= 0) firsts[label] = Math.min(firsts[label]!, orders[i]!);
  });
  const reaches = new Float64Array(clusters);
  labels.forEach((label, i) => {
    if (label < 0 || orders[i] === firsts[label]) return;
    reaches[label] = Math.max(reaches[label]!, reachabilities[i]!);
  });
  return reaches;
}
