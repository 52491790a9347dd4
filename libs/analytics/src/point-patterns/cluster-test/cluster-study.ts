import type { ClusterMethod } from '../../density-clusters/cluster-points.js';
import { buildSiteTree, type SiteTree } from '../../hierarchy/site-tree.js';
import { selectType, type TypedPoints } from '../nulls/labels.js';
import { arrangePoints, type Population } from '../pairs/population.js';
import { gatherAll, type PointSelection } from '../pairs/site-subset.js';

/** The points of one question, arranged; plain columns, which workers can share. */
export interface ClusterStudy {
  population: Population;
  /** All its places; each weighs as much as there are points. */
  tree: SiteTree;
  references: PointSelection;
  method: ClusterMethod;
}

/**
 * @throws {RangeError} if the columns differ in length, a coordinate is not finite or a weight
 * negative, no point is of the kind, or the choices are none for `clusterPoints`
 */
export function studyClusters(
  points: TypedPoints,
  { reference, method }: { reference: number; method: ClusterMethod },
): ClusterStudy {
  const population = arrangePoints(points, method.method === 'dbscan' ? method.eps : 0);
  const { xs, ys, counts } = gatherAll(population);
  return {
    population,
    tree: buildSiteTree({ xs, ys, weights: counts }),
    references: selectType(population, points.types, reference),
    method,
  };
}
