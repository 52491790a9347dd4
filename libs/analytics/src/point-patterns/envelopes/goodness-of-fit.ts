import { permutationPValue } from '../../significance/p-value.js';
import { countCurves, definedRadii, type SimulatedCurves } from './simulated-curves.js';

export interface GoodnessOfFit {
  /** The integral of the squared departure (Diggle, Cressie, Loosmore and Ford), and its p-value. */
  dclf: { statistic: number; p: number };
  /** The largest absolute departure, and its p-value. */
  mad: { statistic: number; p: number };
  /** At so many radii all curves are defined, which alone count. */
  radii: number;
}

/**
 * Whether a curve is one of the simulated ones, over all radii together.
 *
 * A curve departs from the mean of all others, the observed one among them, so that observed and
 * simulated are treated alike; p = (1 + number of simulations that depart as much) / (1 + number of
 * simulations). The integral has the width of the interval up to each radius from the one before, the
 * first from 0; where that is 0 (r = 0) a radius counts for MAD only.
 *
 * Source: Diggle (2003), Statistical Analysis of Spatial Point Patterns, 2nd ed., eq. 2.6 and 6.3;
 * Loosmore and Ford (2006), Ecology 87(8), 1925-1931.
 *
 * @param observed one for each radius; null where it is not defined
 * @returns null if there is no radius at which all curves are defined
 */
export function goodnessOfFit(
  observed: readonly (number | null)[],
  curves: SimulatedCurves,
  radii: ArrayLike<number>,
): GoodnessOfFit | null {
  const used = definedRadii(curves).filter((radius) => observed[radius] !== null);
  const count = countCurves(curves);
  if (used.length === 0 || count === 0) return null;
  const squares = new Float64Array(count + 1); // the last is the observed one
  const largest = new Float64Array(count + 1);
  for (const radius of used) {
    const width = radii[radius]! - (radius > 0 ? radii[radius - 1]! : 0);
    const valueOf = (i: number) =>
      i === count ? observed[radius]! : curves.values[i * curves.radii + radius]!;
    let sum = 0;
    for (let i = 0; i <= count; i++) sum += valueOf(i);
    for (let i = 0; i <= count; i++) {
      const departure = Math.abs(valueOf(i) - (sum - valueOf(i)) / count);
      squares[i]! += departure * departure * width;
      largest[i] = Math.max(largest[i]!, departure);
    }
  }
  return { dclf: rank(squares), mad: rank(largest), radii: used.length };
}

/** @param statistics the observed one last */
function rank(statistics: Float64Array): { statistic: number; p: number } {
  const permutations = statistics.length - 1;
  const statistic = statistics[permutations]!;
  let greater = 0;
  let lesser = 0;
  for (let i = 0; i < permutations; i++) {
    if (statistics[i]! >= statistic) greater++;
    if (statistics[i]! <= statistic) lesser++;
  }
  return { statistic, p: permutationPValue({ greater, lesser, permutations }, 'greater') };
}
