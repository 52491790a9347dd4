import { squaredCoreDistances } from '../hierarchy/core-distances.js';
import { buildSiteTree } from '../hierarchy/site-tree.js';
import { collapseSites, ONE_ROW, type WeightedPoints } from '../sites/collapse-sites.js';
import { Frontier } from './frontier.js';
import { UnreachedSearch } from './unreached-search.js';

export interface OpticsOptions {
  /** The weight within its core distance, the point's own included, that a place has; at least 1. */
  minPoints: number;
  /** Nothing is reached from farther away, in the unit of the points; default Infinity. */
  maxEps?: number;
  /** Default `place`. */
  ties?: ReachTies;
}

/**
 * Which of the sites that are as far comes first, and with which the order begins: that of the least
 * x, then y, or, as in scikit-learn, that of the first point in the order given.
 */
export type ReachTies = 'place' | 'row';

/** The sites of points in the order in which they are reached; m by place in that order. */
export interface ReachabilityOrder {
  minPoints: number;
  maxEps: number;
  /** m site numbers. */
  sites: Uint32Array;
  /** m sums of the weights of the points at a site. */
  weights: Float64Array;
  /** m, in the unit of the points; Infinity for the first of what is out of reach of all before. */
  reachabilities: Float64Array;
  /** m, in the unit of the points; Infinity above `maxEps`. */
  coreDistances: Float64Array;
  /** m places in the order of the site from which each is reached; -1 where there is none. */
  predecessors: Int32Array;
  /** m + 1, by site: the points of site s are `members[starts[s]]` up to, without, `members[starts[s + 1]]`. */
  starts: Uint32Array;
  /** n point numbers, ascending within a site. */
  members: Uint32Array;
}

/**
 * Orders points by density: next comes whatever is nearest in reach of those before, so that a
 * cluster of any density is a run in the order (OPTICS).
 *
 * A core distance is the smallest within which there is the weight `minPoints`, the point's own
 * included; o is reached from p at max(core(p), d(p, o)). Points at one place are one site of the
 * sum of their weights. A site as far as another comes in the order of `ties`; its predecessor is
 * the earliest of those that reach it from as near. Distances compare as squared doubles, and one of
 * exactly `maxEps` is within it.
 *
 * Each site keeps only the nearest that it could reach next, and looks for another when that one is
 * taken: about O(m (log m + minPoints)) for m sites, whatever `maxEps` is.
 *
 * Source: Ankerst, Breunig, Kriegel and Sander (1999), OPTICS: Ordering points to identify the
 * clustering structure, SIGMOD, 49-60, definitions 5 and 6 and figure 5.
 *
 * @throws {RangeError} if minPoints is below 1, maxEps not positive, the arrays differ in length, a
 * coordinate is not finite or a weight negative
 */
export function optics(
  points: WeightedPoints,
  { minPoints, maxEps = Infinity, ties = 'place' }: OpticsOptions,
): ReachabilityOrder {
  check(minPoints, maxEps);
  const { starts, members, ...sites } = collapseSites(points, ONE_ROW);
  const tree = buildSiteTree(sites);
  const squaredEps = maxEps * maxEps;
  const squaredCores = squaredCoreDistances(tree, minPoints).map((square) =>
    square <= squaredEps ? square : Infinity,
  );
  const ranks = tree.sites.map((site) => (ties === 'row' ? members[starts[site]!]! : site));
  const search = new UnreachedSearch(tree, { squaredCores, ranks, squaredEps });
  const { places, squares, predecessors } = reachAll(search, squaredCores);
  return {
    minPoints,
    maxEps,
    sites: places.map((place) => tree.sites[place]!),
    weights: Float64Array.from(places, (place) => tree.weights[place]!),
    reachabilities: squares.map(Math.sqrt),
    coreDistances: Float64Array.from(places, (place) => Math.sqrt(squaredCores[place]!)),
    predecessors,
    starts,
    members,
  };
}

function check(minPoints: number, maxEps: number): void {
  if (!(minPoints >= 1 && minPoints < Infinity)) {
    throw new RangeError(`minPoints is ${minPoints}, not a number of at least 1`);
  }
  if (!(maxEps > 0)) throw new RangeError(`maxEps is ${maxEps}, not a positive number`);
}

/** @returns by place in the order: the place in the tree, and from where and how far it is reached */
function reachAll(search: UnreachedSearch, squaredCores: Float64Array) {
  const count = squaredCores.length;
  const places = new Uint32Array(count);
  const squares = new Float64Array(count).fill(Infinity);
  const predecessors = new Int32Array(count).fill(-1);
  const frontier = new Frontier(search, count);
  for (let at = 0; at < count; at++) {
    const nearest = frontier.nearest();
    if (nearest) {
      places[at] = nearest.place;
      squares[at] = nearest.square;
      predecessors[at] = nearest.from;
    } else {
      places[at] = search.first();
    }
    search.take(places[at]!);
    if (squaredCores[places[at]!]! < Infinity) frontier.add(at, places[at]!);
  }
  return { places, squares, predecessors };
}
