import { LabelDraws } from '../nulls/label-draws.js';
import type { Simulations } from '../nulls/simulations.js';
import { tabulateRadii } from '../pairs/radius-table.js';
import { gatherAll, gatherSites } from '../pairs/site-subset.js';
import type { SourceRange } from '../pairs/visit-windows.js';
import { weightsWithin } from '../pairs/weights-within.js';
import { curveOf } from './m-function.js';
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
  { nullModel, seed, from, to }: Simulations,
  around: Float64Array | null = null,
): Float64Array {
  const { population, references, neighbours, controls, radii } = study;
  if (nullModel === 'population-independence' && neighbours === null) {
    throw new RangeError('population-independence needs neighbours of another type');
  }
  const groups = [references, neighbours, controls].filter((group) => group !== null);
  const draws = new LabelDraws(population, groups, {
    nullModel,
    seed,
    movesAll: controls === null,
  });
  const isStanding = population.weights === null || nullModel === 'random-labelling';
  const drawn =
    nullModel === 'population-independence' ? 0 : (to - from) * references.positions.length;
  const pays = isStanding && paysToKnow(study, drawn);
  const standing = {
    sites: gatherAll(population),
    around:
      around ?? (pays ? surroundingsOfAll(study, { from: 0, to: population.xs.length }) : null),
    table: tabulateRadii(radii),
  };
  const curves = new Float64Array((to - from) * radii.length);
  for (let simulation = from; simulation < to; simulation++) {
    const { groups: drawnGroups, all } = draws.draw(simulation);
    const labels = {
      references: drawnGroups[0]!,
      neighbours: neighbours && drawnGroups[1]!,
      controls: controls && drawnGroups[drawnGroups.length - 1]!,
    };
    const whole = all
      ? { ...standing, sites: gatherSites(population, all), around: null }
      : standing;
    curves.set(curveOf(study, labels, whole).values, (simulation - from) * radii.length);
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

function paysToKnow({ population, controls, radii }: MStudy, drawn: number): boolean {
  const places = population.xs.length;
  return controls === null && drawn > places && places * radii.length <= MOST_KNOWN;
}
