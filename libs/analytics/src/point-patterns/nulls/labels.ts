import type { Population } from '../pairs/population.js';
import type { PointSelection } from '../pairs/site-subset.js';
import type { WeightedPoints } from '../../sites/collapse-sites.js';

export interface TypedPoints extends WeightedPoints {
  /** n numbers of kinds. */
  types: ArrayLike<number>;
}

/** Which kinds of points a measure is about. */
export interface PairOfTypes {
  reference: number;
  /** Whose presence around the references counts; default: the references themselves. */
  neighbour?: number | undefined;
}

/**
 * The points of a kind: the weights are those of the points, wherever they stand.
 *
 * @throws {RangeError} if there is none, or there are not as many types as points
 */
export function selectType(
  population: Population,
  types: ArrayLike<number>,
  type: number,
): PointSelection {
  const { members } = population;
  if (types.length !== members.length) {
    throw new RangeError(`${members.length} points have ${types.length} types`);
  }
  const positions = new Uint32Array(members.length);
  let count = 0;
  for (let position = 0; position < members.length; position++) {
    if (types[members[position]!] === type) positions[count++] = position;
  }
  if (count === 0) throw new RangeError(`No point is of the type ${type}`);
  return selectPositions(population, positions.slice(0, count));
}

/** With the weights that stand there. */
export function selectPositions(population: Population, positions: Uint32Array): PointSelection {
  const { weights } = population;
  return {
    positions,
    weights: weights && Float64Array.from(positions, (position) => weights[position]!),
  };
}
