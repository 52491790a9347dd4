import type { WeightedPoints } from '../../sites/collapse-sites.js';
import { selectPositions, selectType } from '../nulls/labels.js';
import { arrangePoints, type Population } from '../pairs/population.js';
import { checkRadii } from '../pairs/radius-table.js';
import type { PointSelection } from '../pairs/site-subset.js';
import { distanceToEdge, isInside, type ObservationWindow } from './observation-window.js';

/** What is done about neighbours that would lie outside the window. */
export type EdgeCorrection = 'none' | 'border' | 'isotropic' | 'translation';

interface KOptions {
  window: ObservationWindow;
  /** Distances, ascending from 0 or more, in the unit of the points. */
  radii: readonly number[];
  correction: EdgeCorrection;
  /** The kind to look at, with `types`, a number for each point; default: all points. */
  kind?: { types: ArrayLike<number>; reference: number } | undefined;
}

export interface KStudy {
  population: Population;
  references: PointSelection;
  window: ObservationWindow;
  radii: Float64Array;
  correction: EdgeCorrection;
}

/** Of the window's extent: points that rounding puts so far outside lie on the edge. */
const EDGE = 1e-9;

/**
 * @throws {RangeError} if a coordinate is not finite, a point lies outside the window, radii do not
 * ascend, no point is of the kind, or translation is asked for in a window that is no rectangle
 */
export function studyK(
  points: Pick<WeightedPoints, 'xs' | 'ys'>,
  { window, radii, correction, kind }: KOptions,
): KStudy {
  checkRadii(radii);
  if (correction === 'translation' && !window.rectangle) {
    throw new RangeError('The translation correction is for rectangular windows');
  }
  const population = arrangePoints({ ...points, weights: null }, radii[radii.length - 1]!);
  checkInside(population, window);
  return {
    population,
    references: kind
      ? selectType(population, kind.types, kind.reference)
      : selectPositions(population, Uint32Array.from(population.members.keys())),
    window,
    radii: Float64Array.from(radii),
    correction,
  };
}

function checkInside({ xs, ys }: Population, window: ObservationWindow): void {
  const tolerance = EDGE * Math.max(window.width, window.height);
  for (let site = 0; site < xs.length; site++) {
    const [x, y] = [xs[site]!, ys[site]!];
    if (isInside(window, x, y) || distanceToEdge(window, x, y) <= tolerance) continue;
    throw new RangeError(`The point ${x}, ${y} lies outside the window`);
  }
}
