import { LabelDraws } from '../nulls/label-draws.js';
import type { Simulations } from '../nulls/simulations.js';
import { tabulateRadii } from '../pairs/radius-table.js';
import { gatherAll, gatherSites, type PointSelection } from '../pairs/site-subset.js';
import type { SourceRange } from '../pairs/visit-windows.js';
import { weightsWithin } from '../pairs/weights-within.js';
import { densityCurve } from './m-density.js';
import { cumulativeScale, curveOf, type MLabels } from './m-function.js';
import type { MStudy } from './m-study.js';

/** Of doubles that are kept of what stands around all places. */
const MOST_KNOWN = 2 ** 26;

/**
 * The curves of M with labels drawn at random.
 *
 * Where weights stay in place, what stands around each place is the same in all simulations; give it
 * as `around`, joined from parts of `surroundingsOfAll`, or leave it to be computed if that pays. Cost:
 * else that of `mFunction` for each.
 *
 * Source: the null hypotheses of Marcon and Puech (2010), section 2.4.
 *
 * @returns one curve after the other, one value for each radius; NaN where it is not defined
 * @throws {RangeError} if references that stay are their own neighbours
 */
export function simulateM(
  study: MStudy,
  simulations: Simulations,
  around: Float64Array | null = null,
): Float64Array {
  const { population, radii } = study;
  const known = around ?? (paysToKnow(study, simulations) ? aroundAll(study) : null);
  const standing = { sites: gatherAll(population), around: known };
  const scale = cumulativeScale(radii);
  return simulateCurves(study, simulations, (labels, all) => {
    const whole = all ? { sites: gatherSites(population, all), around: null } : standing;
    return curveOf(study, labels, { ...whole, scale }).values;
  });
}

/**
 * The curves of m with labels drawn at random; each has a bandwidth of its own.
 *
 * Cost: that of `mDensity` for each.
 *
 * @returns as `simulateM`
 * @throws {RangeError} as `simulateM`
 */
export function simulateMDensity(study: MStudy, simulations: Simulations): Float64Array {
  const standing = gatherAll(study.population);
  return simulateCurves(study, simulations, (labels, all) => {
    const sites = all ? gatherSites(study.population, all) : standing;
    return densityCurve(study, labels, sites).curve.values;
  });
}

/** @param all null: all points stand where they stood */
type CurveOfLabels = (labels: MLabels, all: PointSelection | null) => Float64Array;

function simulateCurves(
  { population, references, neighbours, controls, radii }: MStudy,
  { nullModel, seed, from, to }: Simulations,
  curveOfLabels: CurveOfLabels,
): Float64Array {
  if (nullModel === 'population-independence' && neighbours === null) {
    throw new RangeError('population-independence needs neighbours of another type');
  }
  const groups = [references, neighbours, controls].filter((group) => group !== null);
  const options = { nullModel, seed, movesAll: controls === null };
  const draws = new LabelDraws(population, groups, options);
  const curves = new Float64Array((to - from) * radii.length);
  for (let simulation = from; simulation < to; simulation++) {
    const { groups: drawn, all } = draws.draw(simulation);
    const labels = {
      references: drawn[0]!,
      neighbours: neighbours && drawn[1]!,
      controls: controls && drawn[drawn.length - 1]!,
    };
    curves.set(curveOfLabels(labels, all), (simulation - from) * radii.length);
  }
  return curves;
}

/** A part of what stands around the places of the population, for `simulateM`. */
export function surroundingsOfAll(
  { population, radii }: MStudy,
  { from, to }: SourceRange,
): Float64Array {
  const sites = gatherAll(population);
  return weightsWithin(sites, sites, { radii: tabulateRadii(radii), from, to });
}

function aroundAll(study: MStudy): Float64Array {
  return surroundingsOfAll(study, { from: 0, to: study.population.xs.length });
}

/** Whether `surroundingsOfAll` pay: where weights stand still and more references are drawn than there are places. */
export function paysToKnow(
  { population, references, controls, radii }: MStudy,
  { nullModel, from, to }: Simulations,
): boolean {
  const places = population.xs.length;
  const isStanding = population.weights === null || nullModel === 'random-labelling';
  return (
    isStanding &&
    nullModel !== 'population-independence' &&
    controls === null &&
    (to - from) * references.positions.length > places &&
    places * radii.length <= MOST_KNOWN
  );
}
