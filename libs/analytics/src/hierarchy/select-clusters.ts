import { NOISE } from '../clustering/connect-cells.js';
import { chooseClusters, type ChoiceOptions } from './choose-clusters.js';
import { condense, type CondensedTree } from './condensed-tree.js';
import type { DensityHierarchy } from './density-hierarchy.js';
import { numberClusters, type HierarchyClusters } from './number-clusters.js';

export interface SelectionOptions extends ChoiceOptions {
  /** The weight of a cluster, at least 2. */
  minClusterSize: number;
  /** A distance below which differences mean nothing: densities are at most 1 / this. Default 0. */
  minScale?: number;
}

export interface SelectedClusters extends HierarchyClusters {
  /**
   * n from 0 to 1: the density up to which a point stays in its cluster, by the greatest of the
   * cluster; 0 for noise.
   */
  probabilities: Float64Array;
  /** n from 0 to 1, GLOSH: how much sparser a point is than the densest of its surroundings. */
  outlierScores: Float64Array;
  /** n; the distance at which a point leaves the smallest cluster that it was in, chosen or not. */
  exits: Float64Array;
  /** Excess of mass of each cluster, weight / distance; null if infinite. */
  stabilities: (number | null)[];
  /** Stability by weight and the greatest density of all; null if that is infinite. */
  persistences: (number | null)[];
  /** The distance at which each cluster begins; null for the root, which has no beginning. */
  reaches: (number | null)[];
}

/**
 * The clusters of HDBSCAN* for one least size. Linear: for another size, or choice, the hierarchy
 * need not be built again.
 *
 * Clusters are numbered by their first place in the order of x, then y, and nothing depends on the
 * order of the points. Where more than minSamples points share a place and minScale is 0, they leave
 * their cluster at an infinite density: beside them, every other member has the probability 0 and
 * the outlier score 1.
 *
 * If the root is the cluster, those points are in it that stay up to its greatest density; with a
 * selectionEpsilon, up to 1 / selectionEpsilon.
 *
 * Source: Campello, Moulavi, Zimek and Sander (2015), ACM TKDD 10(1), 5: stability, definition 8 and
 * equation 3; GLOSH, definition 9; probabilities and persistence as in McInnes, Healy and Astels
 * (2017), hdbscan, JOSS 2(11), 205.
 *
 * @throws {RangeError} if minClusterSize is below 2, or another number negative
 */
export function selectClusters(
  hierarchy: DensityHierarchy,
  options: SelectionOptions,
): SelectedClusters {
  check(options);
  const { minClusterSize, minScale = 0 } = options;
  const tree = condense(hierarchy, { minClusterSize, minScale });
  const isTooSmall = tree.count > 0 && tree.weights[0]! < minClusterSize;
  const chosen = isTooSmall ? new Uint8Array(tree.count) : chooseClusters(tree, options);
  const leafClusters = findMembers(tree, chosen, options);
  const { found, sources } = numberClusters(hierarchy, leafClusters, tree.count);
  const densest = densestWithin(tree);
  const weights = addWeights(hierarchy, leafClusters, tree.count);
  return {
    ...found,
    ...scorePoints(hierarchy, tree, { leafClusters, densest }),
    stabilities: sources.map((cluster) =>
      tree.endless[cluster]! > 0 ? null : tree.stabilities[cluster]!,
    ),
    persistences: sources.map((cluster) =>
      densest[0]! < Infinity
        ? tree.stabilities[cluster]! / (weights[cluster]! * densest[0]!)
        : null,
    ),
    reaches: sources.map((cluster) => (cluster > 0 ? 1 / tree.births[cluster]! : null)),
  };
}

function check({ minClusterSize, minScale = 0, ...choice }: SelectionOptions): void {
  if (!(minClusterSize >= 2 && minClusterSize < Infinity)) {
    throw new RangeError(`minClusterSize is ${minClusterSize}, not a number of at least 2`);
  }
  for (const [name, value] of Object.entries({
    minScale,
    selectionEpsilon: choice.selectionEpsilon ?? 0,
  })) {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`${name} is ${value}, not a number from 0 up`);
    }
  }
  if (!((choice.maxClusterSize ?? Infinity) > 0)) {
    throw new RangeError(`maxClusterSize is ${choice.maxClusterSize}, not above 0`);
  }
}

/** @returns m chosen clusters, or NOISE */
function findMembers(
  { count, parents, deaths, leafClusters, leafDensities }: CondensedTree,
  chosen: Uint8Array,
  { selectionEpsilon = 0 }: SelectionOptions,
): Int32Array {
  const holders = new Int32Array(count);
  for (let cluster = 0; cluster < count; cluster++) {
    const outer = cluster === 0 ? NOISE : holders[parents[cluster]!]!;
    holders[cluster] = chosen[cluster] === 1 ? cluster : outer;
  }
  const leastOfRoot = selectionEpsilon > 0 ? 1 / selectionEpsilon : deaths[0];
  const members = new Int32Array(leafClusters.length).fill(NOISE);
  for (let leaf = 0; leaf < members.length && count > 0; leaf++) {
    const holder = holders[leafClusters[leaf]!]!;
    const isIn = holder !== 0 || leafDensities[leaf]! >= leastOfRoot!;
    if (isIn) members[leaf] = holder;
  }
  return members;
}

/** The greatest density at which anything leaves a cluster or one within it. */
function densestWithin({ count, parents, deaths }: CondensedTree): Float64Array {
  const densest = deaths.slice();
  for (let cluster = count - 1; cluster > 0; cluster--) {
    const parent = parents[cluster]!;
    densest[parent] = Math.max(densest[parent]!, densest[cluster]!);
  }
  return densest;
}

function addWeights(
  { weights }: DensityHierarchy,
  leafClusters: Int32Array,
  count: number,
): Float64Array {
  const sums = new Float64Array(count);
  for (let leaf = 0; leaf < leafClusters.length; leaf++) {
    const cluster = leafClusters[leaf]!;
    if (cluster !== NOISE) sums[cluster]! += weights[leaf]!;
  }
  return sums;
}

/** From the leaves to the points. */
function scorePoints(
  { sites, starts, members }: DensityHierarchy,
  { deaths, leafClusters: left, leafDensities, count }: CondensedTree,
  { leafClusters, densest }: { leafClusters: Int32Array; densest: Float64Array },
): Pick<SelectedClusters, 'probabilities' | 'outlierScores' | 'exits'> {
  const probabilities = new Float64Array(members.length);
  const outlierScores = new Float64Array(members.length);
  const exits = new Float64Array(members.length).fill(Infinity);
  for (let leaf = 0; leaf < leafClusters.length && count > 0; leaf++) {
    const density = leafDensities[leaf]!;
    const cluster = leafClusters[leaf]!;
    const probability = cluster === NOISE ? 0 : Math.min(part(density, deaths[cluster]!), 1);
    const score = 1 - part(density, densest[left[leaf]!]!);
    const site = sites[leaf]!;
    for (let i = starts[site]!; i < starts[site + 1]!; i++) {
      probabilities[members[i]!] = probability;
      outlierScores[members[i]!] = score;
      exits[members[i]!] = 1 / density;
    }
  }
  return { probabilities, outlierScores, exits };
}

/** Of the whole; 1 of an infinite one if itself infinite, else 0. */
function part(density: number, whole: number): number {
  return density === Infinity || whole === 0 ? 1 : density / whole;
}
