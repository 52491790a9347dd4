import { NOISE } from '../clustering/connect-cells.js';
import type { DensityHierarchy } from './density-hierarchy.js';

/** What every way of taking clusters from a hierarchy tells. */
export interface HierarchyClusters {
  clusters: number;
  /** n clusters, from 0; -1 for noise. */
  labels: Int32Array;
  /** Points of each cluster. */
  sizes: Uint32Array;
  noiseCount: number;
}

/**
 * Numbers clusters of leaves by their first site in the order of x, then y.
 *
 * @param leafClusters m numbers below `count`, or NOISE; those that no leaf has get no number
 * @returns `sources`: the former number of each cluster
 */
export function numberClusters(
  { sites, starts, members }: DensityHierarchy,
  leafClusters: Int32Array,
  count: number,
): { found: HierarchyClusters; sources: number[] } {
  const leafOf = new Uint32Array(sites.length);
  for (let leaf = 0; leaf < sites.length; leaf++) leafOf[sites[leaf]!] = leaf;
  const numbers = new Int32Array(count).fill(NOISE);
  const sources: number[] = [];
  const sizes: number[] = [];
  const labels = new Int32Array(members.length).fill(NOISE);
  let noiseCount = 0;
  for (let site = 0; site < leafOf.length; site++) {
    const cluster = leafClusters[leafOf[site]!]!;
    const from = starts[site]!;
    const to = starts[site + 1]!;
    if (cluster === NOISE) {
      noiseCount += to - from;
      continue;
    }
    if (numbers[cluster] === NOISE) {
      numbers[cluster] = sources.push(cluster) - 1;
      sizes.push(0);
    }
    const number = numbers[cluster]!;
    sizes[number]! += to - from;
    for (let i = from; i < to; i++) labels[members[i]!] = number;
  }
  const found = { clusters: sources.length, labels, sizes: Uint32Array.from(sizes), noiseCount };
  return { found, sources };
}
