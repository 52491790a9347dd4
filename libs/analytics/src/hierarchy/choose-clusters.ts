import type { ClusterTree } from './cluster-list.js';

export interface ChoiceOptions {
  /**
   * `eom`: excess of mass, the clusters that together are the most stable; `leaf`: those that no
   * other splits off. Default `eom`.
   */
  selection?: 'eom' | 'leaf';
  /**
   * A cluster that begins below this distance gives way to the one it is part of, up to the first
   * that begins above it. Default 0.
   */
  selectionEpsilon?: number;
  /** Weight above which `eom` takes a cluster's parts instead. Default Infinity. */
  maxClusterSize?: number;
  /** Whether the root can be a cluster; default false. */
  allowSingleCluster?: boolean;
}

/** Of a stability: what is less apart is equal but for the order in which it was added up. */
const ROUNDING = 1e-12;

/** @returns 1 for each chosen cluster of the tree, none of which holds another */
export function chooseClusters(tree: ClusterTree, options: ChoiceOptions): Uint8Array {
  const { selection = 'eom', allowSingleCluster = false } = options;
  const chosen =
    selection === 'leaf' ? chooseLeaves(tree) : chooseStable(tree, options.maxClusterSize);
  if (!allowSingleCluster && tree.count > 0) chosen[0] = 0;
  dropInner(tree, chosen);
  return climb(tree, chosen, options);
}

function chooseLeaves({ count, parents }: ClusterTree): Uint8Array {
  const chosen = new Uint8Array(count).fill(1);
  for (let cluster = 1; cluster < count; cluster++) chosen[parents[cluster]!] = 0;
  return chosen;
}

/**
 * A cluster is chosen if it is at least as stable as what is chosen within it.
 *
 * Source: Campello et al. (2015), algorithm 3.
 */
function chooseStable(tree: ClusterTree, maxClusterSize = Infinity): Uint8Array {
  const { count, parents, weights } = tree;
  const chosen = new Uint8Array(count);
  const within = { stabilities: new Float64Array(count), endless: new Float64Array(count) };
  for (let cluster = count - 1; cluster >= 0; cluster--) {
    const areWithinBetter = isMoreStable(within, tree, cluster);
    const best = areWithinBetter || weights[cluster]! > maxClusterSize ? within : tree;
    if (best === tree) chosen[cluster] = 1;
    if (cluster === 0) break;
    const parent = parents[cluster]!;
    within.stabilities[parent]! += best.stabilities[cluster]!;
    within.endless[parent]! += best.endless[cluster]!;
  }
  return chosen;
}

type Stabilities = Pick<ClusterTree, 'stabilities' | 'endless'>;

/** An infinite stability is above any other; of two, that with the larger infinite part. */
function isMoreStable(a: Stabilities, b: Stabilities, cluster: number): boolean {
  if (a.endless[cluster] !== b.endless[cluster]) return a.endless[cluster]! > b.endless[cluster]!;
  return a.stabilities[cluster]! > b.stabilities[cluster]! * (1 + ROUNDING);
}

/**
 * Source: Malzer and Baum (2020), A hybrid approach to hierarchical density-based cluster selection,
 * MFI 2020, algorithm 1.
 */
function climb(
  tree: ClusterTree,
  chosen: Uint8Array,
  { selectionEpsilon = 0, allowSingleCluster = false }: ChoiceOptions,
): Uint8Array {
  if (selectionEpsilon === 0) return chosen;
  const { count, parents, births } = tree;
  const goals = new Uint32Array(count);
  const climbed = new Uint8Array(count);
  for (let cluster = 0; cluster < count; cluster++) {
    const parent = parents[cluster]!;
    if (parent > 0)
      goals[cluster] = 1 / births[parent]! > selectionEpsilon ? parent : goals[parent]!;
    else goals[cluster] = allowSingleCluster ? 0 : cluster;
    if (chosen[cluster] === 0) continue;
    climbed[1 / births[cluster]! < selectionEpsilon ? goals[cluster]! : cluster] = 1;
  }
  dropInner(tree, climbed);
  return climbed;
}

/** Leaves out what is within a chosen cluster. */
function dropInner({ count, parents }: ClusterTree, chosen: Uint8Array): void {
  const isWithin = new Uint8Array(count);
  for (let cluster = 1; cluster < count; cluster++) {
    const parent = parents[cluster]!;
    isWithin[cluster] = chosen[parent]! | isWithin[parent]!;
    if (isWithin[cluster] === 1) chosen[cluster] = 0;
  }
}
