import { weightsFromLinks, withSelf, type SpatialWeights } from '../weights/spatial-weights.js';
import { bivariateMoran, localBivariateMoran } from './bivariate-moran.js';
import { colocationQuotients } from './colocation-quotient.js';
import { geary } from './geary.js';
import { getisOrdGlobal } from './getis-ord-global.js';
import { getisOrd } from './getis-ord.js';
import type { GlobalStatistic } from './global-statistic.js';
import { joinCounts } from './join-counts.js';
import { localGeary } from './local-geary.js';
import { localMoran } from './local-moran.js';
import type { LocalStatistics } from './local-statistics.js';
import { moran } from './moran.js';

// Every assignment of six values to six places, 720, is as likely under the null hypothesis: the mean
// and the variance over all of them are the expected ones, without any formula.

const VALUES = [2, 3, 3.2, 5, 8, 7];
const OTHERS = [1, 0, 4, 2, 2, 9];
const TYPES = [0, 1, 1, 2, 0, 0];
/** Neither symmetric nor of equal sums. */
const WEIGHTS = weightsFromLinks(6, {
  from: [0, 0, 1, 1, 2, 3, 3, 4, 4, 4, 5],
  to: [1, 3, 0, 2, 4, 0, 5, 1, 2, 5, 4],
  weights: [1, 0.5, 2, 1, 1, 0.25, 1, 1, 3, 1, 0.5],
});

function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [i, first] of items.entries()) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) {
      yield [first, ...rest];
    }
  }
}

function momentsOver(figures: readonly number[]): { mean: number; variance: number } {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  return { mean, variance: squares / figures.length };
}

const column = (values: readonly number[]) => Float64Array.from(values);
const typeColumn = (types: readonly number[]) => Uint32Array.from(types);

function expectMoments({ expected, randomisation }: GlobalStatistic, figures: number[]): void {
  const { mean, variance } = momentsOver(figures);
  expect(expected).toBeCloseTo(mean, 12);
  expect(randomisation.variance).toBeCloseTo(variance, 12);
}

const all = [...permutations(VALUES)];

it.each([
  ['Moran’s I', moran],
  ['Geary’s C', geary],
  ['Getis and Ord’s G', getisOrdGlobal],
])('%s has the mean and variance of all assignments', (_, measure) => {
  const figures = all.map((values) => measure(column(values), WEIGHTS).statistic!);

  expectMoments(measure(column(VALUES), WEIGHTS), figures);
});

it('Moran’s I of two variables has those of all assignments of the second', () => {
  const figures = [...permutations(OTHERS)].map(
    (second) => bivariateMoran(column(VALUES), column(second), WEIGHTS).statistic!,
  );

  expectMoments(bivariateMoran(column(VALUES), column(OTHERS), WEIGHTS), figures);
});

it.each([
  ['joins', joinCounts],
  ['co-location quotients', colocationQuotients],
])('%s have those of all assignments of the types', (_, measure) => {
  const found = measure(typeColumn(TYPES), 3, WEIGHTS);
  const every = [...permutations(TYPES)].map((types) => measure(typeColumn(types), 3, WEIGHTS));

  found.forEach((pair, at) => {
    if (pair.statistic === null) return;
    const { mean, variance } = momentsOver(every.map((pairs) => pairs[at]!.statistic!));
    expect(pair.expected).toBeCloseTo(mean, 12);
    if (variance < 1e-20) expect(pair.randomisation.variance).toBeNull();
    else expect(pair.randomisation.variance).toBeCloseTo(variance, 12);
  });
  expect(found.filter(({ statistic }) => statistic === null).length).toBeLessThan(2);
});

type LocalMeasure = (values: Float64Array, weights: SpatialWeights) => LocalStatistics;

it.each<[string, LocalMeasure]>([
  ['local Moran’s I', localMoran],
  ['G_i', getisOrd],
  ['local Geary’s c', localGeary],
  ['local Moran’s I of two variables', (v, w) => localBivariateMoran(column(VALUES), v, w)],
])('%s has those of all assignments that leave the place its value', (_, measure) => {
  const found = measure(column(VALUES), WEIGHTS);

  VALUES.forEach((own, i) => {
    const figures = all
      .filter((values) => values[i] === own)
      .map((values) => measure(column(values), WEIGHTS).statistic[i]!);
    const { mean, variance } = momentsOver(figures);
    expect(found.expected[i]).toBeCloseTo(mean, 12);
    expect(found.variance[i]).toBeCloseTo(variance, 12);
  });
});

it.each<[string, LocalMeasure]>([
  ['local Moran’s I', (v, w) => localMoran(v, w, { moments: 'total' })],
  ['G*_i', (v, w) => getisOrd(v, withSelf(w, 'greatest'), { star: true })],
])('%s has those of all assignments whatever', (_, measure) => {
  const found = measure(column(VALUES), WEIGHTS);

  VALUES.forEach((_, i) => {
    const figures = all.map((values) => measure(column(values), WEIGHTS).statistic[i]!);
    const { mean, variance } = momentsOver(figures);
    expect(found.expected[i]).toBeCloseTo(mean, 12);
    expect(found.variance[i]).toBeCloseTo(variance, 12);
  });
});
