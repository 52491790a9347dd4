import { selectType, type PairOfTypes, type TypedPoints } from '../nulls/labels.js';
import { arrangePoints, type Population } from '../pairs/population.js';
import { checkRadii } from '../pairs/radius-table.js';
import type { PointSelection } from '../pairs/site-subset.js';

export interface MOptions extends PairOfTypes {
  /** Distances, ascending from 0 or more, in the unit of the points. */
  radii: readonly number[];
  /** A kind that stands for all: the share of the neighbours is then in relation to it. */
  controls?: number | undefined;
}

/** The points of one question, arranged; plain columns, which workers can share. */
export interface MStudy {
  population: Population;
  references: PointSelection;
  /** null: the references. */
  neighbours: PointSelection | null;
  /** null: all points. */
  controls: PointSelection | null;
  radii: Float64Array;
}

/**
 * @throws {RangeError} if the columns differ in length, a coordinate is not finite or a weight
 * negative, radii do not ascend, the controls are the references, or a kind has no point
 */
export function studyM(points: TypedPoints, options: MOptions): MStudy {
  const { reference, controls, radii } = options;
  const neighbour = options.neighbour ?? reference;
  checkRadii(radii);
  if (controls === reference) throw new RangeError(`The controls are the references, ${controls}`);
  const population = arrangePoints(points, radii[radii.length - 1]!);
  const select = (type: number) => selectType(population, points.types, type);
  return {
    population,
    references: select(reference),
    neighbours: neighbour === reference ? null : select(neighbour),
    controls: controls === undefined ? null : select(controls),
    radii: Float64Array.from(radii),
  };
}
