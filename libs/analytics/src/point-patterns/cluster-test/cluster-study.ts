import { selectType, type TypedPoints } from '../nulls/labels.js';
import { arrangePoints, type Population } from '../pairs/population.js';
import { gatherAll, type PointSelection, type SiteSubset } from '../pairs/site-subset.js';
import type { ClusterRule } from './cluster-regions.js';

/** The points of one question, arranged; plain columns, which workers can share. */
export interface ClusterStudy {
  population: Population;
  /** All its points. */
  whole: SiteSubset;
  references: PointSelection;
  rule: ClusterRule;
}

/**
 * @throws {RangeError} if the columns differ in length, a coordinate is not finite or a weight
 * negative, no point is of the kind, or the rule is none for `dbscan`
 */
export function studyClusters(
  points: TypedPoints,
  { reference, ...rule }: ClusterRule & { reference: number },
): ClusterStudy {
  const population = arrangePoints(points, rule.eps);
  return {
    population,
    whole: gatherAll(population),
    references: selectType(population, points.types, reference),
    rule,
  };
}
