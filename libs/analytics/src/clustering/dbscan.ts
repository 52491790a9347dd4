import { collapseSites, type Sites, type WeightedPoints } from '../sites/collapse-sites.js';
import { BorderSearch, type LabelPolicy } from './border-search.js';
import { connectCells, NOISE } from './connect-cells.js';
import { CoreBoxes } from './core-boxes.js';
import { findCores } from './find-cores.js';
import { buildSiteGrid, gridRowHeight, isBefore, type SiteGrid } from './site-grid.js';

export interface DbscanOptions {
  /** The reach, in the unit of the points; a distance of exactly eps is within it. */
  eps: number;
  /** The weight within eps, the point's own included, that makes a core; at least 1. */
  minPoints: number;
  /** Default `nearest`. */
  labels?: LabelPolicy;
}

/** What a number in `Clustering.kinds` stands for. */
export const POINT_KINDS = ['noise', 'border', 'core'] as const;

const BORDER = POINT_KINDS.indexOf('border');
const CORE = POINT_KINDS.indexOf('core');

export interface Clustering {
  clusters: number;
  /** n clusters, from 0; -1 for noise. */
  labels: Int32Array;
  /** n places in POINT_KINDS. */
  kinds: Uint8Array;
  /** Points of each cluster. */
  sizes: Uint32Array;
  coreCount: number;
  noiseCount: number;
}

/**
 * Density clusters, exactly: cores have a weight of `minPoints` within eps, clusters are the
 * connected components of cores within eps, border points are others within eps of a core.
 *
 * Points at one place are one site with the sum of their weights; counts are of points. Distances
 * compare as `dx * dx + dy * dy <= eps * eps` in the coordinates as given. Clusters are numbered by
 * their first core in the order of x, then y, and a border point within reach of several joins
 * - `nearest`: that of the nearest core, of the smaller number where two are as near;
 * - `postgis`: that of the first core in the same order, as ST_ClusterDBSCAN does
 *   `OVER (ORDER BY ST_X(geom), ST_Y(geom))`, though that may number clusters otherwise;
 * - `star`: none: it is noise, as in DBSCAN*;
 * - `sklearn`: that of the smallest number, clusters being numbered by their first core in the order
 *   given, as scikit-learn and R's dbscan have it. Only here do the labels depend on that order.
 *
 * Cost: linear in the points, but for what `findCores` says of large minPoints.
 *
 * Source: Ester, Kriegel, Sander and Xu (1996), A density-based algorithm for discovering clusters,
 * KDD-96; the grid: Gunawan (2013), A faster algorithm for DBSCAN, TU Eindhoven; DBSCAN*: Campello,
 * Moulavi and Sander (2013), PAKDD.
 *
 * @throws {RangeError} if eps is not positive, minPoints below 1, the arrays differ in length, a
 * coordinate is not finite or a weight negative, or the extent is above 10^9 eps
 */
export function dbscan(points: WeightedPoints, options: DbscanOptions): Clustering {
  check(options);
  const sites = collapseSites(points, gridRowHeight(options.eps));
  const grid = buildSiteGrid(sites, options.eps);
  const cores = findCores(grid, options);
  const boxes = new CoreBoxes(grid, cores, options.eps);
  const policy = options.labels ?? 'nearest';
  const firstPoint = (place: number) => sites.members[sites.starts[grid.sites[place]!]!]!;
  const { clusters, clusterOf } = connectCells(grid, {
    cores,
    boxes,
    isBefore:
      policy === 'sklearn'
        ? (a, b) => firstPoint(a) < firstPoint(b)
        : (a, b) => isBefore(grid, a, b),
  });
  const squaredEps = options.eps * options.eps;
  const borders = new BorderSearch(grid, { clusters, clusterOf, cores, boxes, squaredEps }, policy);
  return labelPoints(sites, grid, { clusters, clusterOf, cores, borders });
}

function check({ eps, minPoints }: DbscanOptions): void {
  if (!(eps > 0 && eps < Infinity)) throw new RangeError(`eps is ${eps}, not a positive number`);
  if (!(minPoints >= 1 && minPoints < Infinity)) {
    throw new RangeError(`minPoints is ${minPoints}, not a number of at least 1`);
  }
}

interface FoundClusters {
  clusters: number;
  clusterOf: Int32Array;
  cores: Uint32Array;
  borders: BorderSearch;
}

/** From the cells to the points that were given. */
function labelPoints(
  { starts, members }: Sites,
  grid: SiteGrid,
  { clusters, clusterOf, cores, borders }: FoundClusters,
): Clustering {
  const labels = new Int32Array(members.length).fill(NOISE);
  const kinds = new Uint8Array(members.length);
  const sizes = new Uint32Array(clusters);
  let coreCount = 0;
  let noiseCount = 0;
  for (let cell = 0; cell < cores.length; cell++) {
    const from = grid.starts[cell]!;
    const firstBorder = from + cores[cell]!;
    const to = grid.starts[cell + 1]!;
    if (firstBorder < to) borders.visit(cell);
    for (let i = from; i < to; i++) {
      const isCore = i < firstBorder;
      const cluster = isCore ? clusterOf[cell]! : borders.clusterAt(i);
      const site = grid.sites[i]!;
      const count = starts[site + 1]! - starts[site]!;
      if (cluster === NOISE) {
        noiseCount += count;
        continue;
      }
      sizes[cluster]! += count;
      if (isCore) coreCount += count;
      for (let j = starts[site]!; j < starts[site + 1]!; j++) {
        labels[members[j]!] = cluster;
        kinds[members[j]!] = isCore ? CORE : BORDER;
      }
    }
  }
  return { clusters, labels, kinds, sizes, coreCount, noiseCount };
}
