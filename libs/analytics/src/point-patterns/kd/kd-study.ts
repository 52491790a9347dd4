import { selectType, type PairOfTypes, type TypedPoints } from '../nulls/labels.js';
import { arrangePoints, type Population } from '../pairs/population.js';
import { checkRadii } from '../pairs/radius-table.js';
import type { PointSelection } from '../pairs/site-subset.js';
import type { KdRule, KdSmoothing } from './kd-curve.js';

export interface KdOptions extends PairOfTypes {
  /** Distances, ascending from 0 or more, in the unit of the points. */
  radii: readonly number[];
  /** Whether pairs count as the product of their weights (Duranton and Overman's Kemp), not as 1 (Kd). */
  isWeighted: boolean;
  /**
   * In the unit of the points, or a rule for the distances up to twice the largest radius; default
   * `nrd0`, Silverman's.
   */
  bandwidth?: number | KdRule | undefined;
  /** By which the bandwidth is multiplied; default 1. */
  adjust?: number | undefined;
}

/** The points of one question, arranged; plain columns, which workers can share. */
export interface KdStudy {
  population: Population;
  references: PointSelection;
  /** null: the references. */
  neighbours: PointSelection | null;
  smoothing: KdSmoothing;
}

/**
 * @throws {RangeError} if the columns differ in length, a coordinate is not finite or a weight
 * negative, radii do not ascend or are 0 alone, the bandwidth or its factor is not positive, or a kind
 * has no point
 */
export function studyKd(points: TypedPoints, options: KdOptions): KdStudy {
  const { reference, radii, isWeighted, bandwidth = 'nrd0', adjust = 1 } = options;
  checkRadii(radii);
  const furthest = radii[radii.length - 1]!;
  if (furthest === 0) throw new RangeError('The largest radius is 0');
  for (const [name, value] of Object.entries({
    bandwidth: typeof bandwidth === 'number' ? bandwidth : 1,
    adjust,
  })) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}, not above 0`);
  }
  const population = arrangePoints(points, 2 * furthest);
  const select = (type: number) => selectType(population, points.types, type);
  const neighbour = options.neighbour ?? reference;
  return {
    population,
    references: select(reference),
    neighbours: neighbour === reference ? null : select(neighbour),
    smoothing: { radii: Float64Array.from(radii), isWeighted, bandwidth, adjust },
  };
}
