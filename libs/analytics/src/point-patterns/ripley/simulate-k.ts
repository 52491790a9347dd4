import { randomNumber } from '../../random/random-number.js';
import { LabelDraws } from '../nulls/label-draws.js';
import { arrangePoints } from '../pairs/population.js';
import { gatherAll, gatherSites } from '../pairs/site-subset.js';
import { kCurve } from './k-curve.js';
import type { KStudy } from './k-study.js';
import { isInside, type ObservationWindow } from './observation-window.js';

export interface KSimulations {
  /** `complete-randomness`: anywhere in the window; `random-labelling`: at any of the given points. */
  nullModel: 'complete-randomness' | 'random-labelling';
  seed: number;
  /** The first, and one more than the last: simulation k is the same in whatever range. */
  from: number;
  to: number;
}

/**
 * The curves of K with as many points at random.
 *
 * @returns one curve after the other, one value for each radius; NaN where it is not defined
 */
export function simulateK(
  study: KStudy,
  { nullModel, seed, from, to }: KSimulations,
): Float64Array {
  const { population, references, window, radii } = study;
  const draws =
    nullModel === 'random-labelling'
      ? new LabelDraws(population, [references], { nullModel, seed, movesAll: false })
      : null;
  const reach = radii[radii.length - 1]!;
  const curves = new Float64Array((to - from) * radii.length);
  for (let simulation = from; simulation < to; simulation++) {
    const subset = draws
      ? gatherSites(population, draws.draw(simulation).groups[0]!)
      : gatherAll(
          arrangePoints(
            randomPoints(window, references.positions.length, { seed, simulation }),
            reach,
          ),
        );
    curves.set(kCurve(subset, study), (simulation - from) * radii.length);
  }
  return curves;
}

/** Uniformly in the window's box; those outside the window are drawn again. */
function randomPoints(
  window: ObservationWindow,
  count: number,
  sequence: { seed: number; simulation: number },
): { xs: Float64Array; ys: Float64Array; weights: null } {
  const [west, south] = [Math.min(...window.xs), Math.min(...window.ys)];
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0, draw = 0; i < count; draw += 2) {
    const x = west + randomNumber({ ...sequence, draw }) * window.width;
    const y = south + randomNumber({ ...sequence, draw: draw + 1 }) * window.height;
    if (!window.rectangle && !isInside(window, x, y)) continue;
    xs[i] = x;
    ys[i++] = y;
  }
  return { xs, ys, weights: null };
}
