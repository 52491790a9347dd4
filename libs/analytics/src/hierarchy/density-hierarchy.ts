import { collapseSites, ONE_ROW, type WeightedPoints } from '../sites/collapse-sites.js';
import { squaredCoreDistances } from './core-distances.js';
import { buildDendrogram, type Dendrogram } from './dendrogram.js';
import { buildSiteTree } from './site-tree.js';
import { spanMutualReachability, type SpanningTree } from './spanning-tree.js';

export interface DensityHierarchyOptions {
  /** How many points, or how much weight, within its core distance a point has; at least 1. */
  minSamples: number;
  /** Whether one of `minSamples` is the point itself; default false. */
  countsSelf?: boolean;
}

/**
 * The clusters of points at every density, from which `selectClusters` and `cutHierarchy` take
 * theirs.
 *
 * Points at one place are one site. The sites, in the order of a search tree, are the leaves of the
 * dendrogram; site numbers are in the order of x, then y.
 */
export interface DensityHierarchy extends Dendrogram {
  /** m site numbers, by leaf. */
  sites: Uint32Array;
  /** m squares of core distances, by leaf: 0 where a site's own weight is enough. */
  squaredCores: Float64Array;
  /** Over the leaves; without edges where not even all points together have `minSamples`. */
  span: SpanningTree;
  /** m + 1, by site: the points of site s are `members[starts[s]]` up to, without, `members[starts[s + 1]]`. */
  starts: Uint32Array;
  /** n point numbers. */
  members: Uint32Array;
}

/**
 * Builds the hierarchy of HDBSCAN*, exactly: the single linkage of mutual reachability, in which all
 * edges of equal length join at once. It depends on the set of weighted places alone: on no order
 * of the points, and on no choice among minimum spanning trees.
 *
 * A point's core distance is the smallest within which the weight of all points, less 1 for itself,
 * is `minSamples`; with `countsSelf` nothing is deducted. So minSamples m is hdbscan's
 * min_samples = m and, with one more, scikit-learn's min_samples and R's minPts; with `countsSelf`
 * it is theirs. A point of weight w is as w points at its place.
 *
 * Where all points together have too little weight, core distances are infinite, and every
 * selection and every cut finds noise only.
 *
 * O(m (log m + minSamples)) for m sites where weights are not below 1, but for what
 * `spanMutualReachability` says of rings.
 *
 * Source: Campello, Moulavi, Zimek and Sander (2015), Hierarchical density estimates for data
 * clustering, visualization, and outlier detection, ACM TKDD 10(1), 5; core distance: definition 5,
 * mutual reachability: definition 7.
 *
 * @throws {RangeError} if minSamples is below 1, the arrays differ in length, a coordinate is not
 * finite or a weight negative
 */
export function buildDensityHierarchy(
  points: WeightedPoints,
  { minSamples, countsSelf = false }: DensityHierarchyOptions,
): DensityHierarchy {
  if (!(minSamples >= 1 && minSamples < Infinity)) {
    throw new RangeError(`minSamples is ${minSamples}, not a number of at least 1`);
  }
  const sites = collapseSites(points, ONE_ROW);
  const tree = buildSiteTree(sites);
  const squaredCores = squaredCoreDistances(tree, countsSelf ? minSamples : minSamples + 1);
  const span = squaredCores[0] === Infinity ? NO_EDGES : spanMutualReachability(tree, squaredCores);
  return {
    ...buildDendrogram(span, tree.weights),
    sites: tree.sites,
    squaredCores,
    span,
    starts: sites.starts,
    members: sites.members,
  };
}

const NO_EDGES: SpanningTree = {
  from: new Uint32Array(),
  to: new Uint32Array(),
  squares: new Float64Array(),
};
