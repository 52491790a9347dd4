import fc from 'fast-check';
import { randomNumber } from '../random/random-number.js';
import { gridWeights } from '../weights/contiguity-weights.js';
import { kernelWeights } from '../weights/kernel-weights.js';
import { nearestNeighbourWeights } from '../weights/neighbour-weights.js';
import { rowStandardise, type SpatialWeights } from '../weights/spatial-weights.js';
import { conditionalPValues, type ConditionalOptions } from './conditional-p-values.js';
import { geary } from './geary.js';
import { getisOrdGlobal } from './getis-ord-global.js';
import { getisOrd } from './getis-ord.js';
import { localGeary, localGearyPValues } from './local-geary.js';
import { localMoran } from './local-moran.js';
import type { LocalStatistics } from './local-statistics.js';
import { moran } from './moran.js';
import { permuteMaxima } from './permute-globally.js';

interface Case {
  xs: Float64Array;
  ys: Float64Array;
  values: Float64Array;
  /** Shuffled: the place that each was before. */
  order: number[];
}

/** Ties of distances and of values, and values that sums of doubles do not hold exactly. */
const cases: fc.Arbitrary<Case> = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 20 }),
      y: fc.integer({ min: 0, max: 20 }),
      value: fc.oneof(
        fc.integer({ min: 0, max: 9 }).map((tenths) => tenths / 10),
        fc.double({ min: 0, max: 10, noNaN: true }),
      ),
      key: fc.nat(),
    }),
    { minLength: 8, maxLength: 90 },
  )
  .map((rows) => ({
    xs: Float64Array.from(rows, ({ x }) => x),
    ys: Float64Array.from(rows, ({ y }) => y),
    values: Float64Array.from(rows, ({ value }) => value),
    order: rows.map((_, i) => i).sort((a, b) => rows[a]!.key - rows[b]!.key || a - b),
  }));

const weightings: [string, (places: Pick<Case, 'xs' | 'ys'>) => SpatialWeights][] = [
  ['the four nearest', (places) => nearestNeighbourWeights(places, { k: 4 })],
  [
    'the four nearest, standardised',
    (places) => rowStandardise(nearestNeighbourWeights(places, { k: 4 })),
  ],
  [
    'a kernel',
    (places) =>
      kernelWeights(places, nearestNeighbourWeights(places, { k: 5 }), {
        kernel: 'gaussian',
        bandwidth: 4,
      }),
  ],
];

const pick = (column: ArrayLike<number>, order: readonly number[]) =>
  Float64Array.from(order, (i) => column[i]!);

const columnsOf = ({ statistic, expected, variance, z }: LocalStatistics) => [
  ...[statistic, expected, variance, z],
];

describe.each(weightings)('with %s', (_, weigh) => {
  it('gives shuffled rows the same statistics and p-values, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ xs, ys, values, order }) => {
        const weights = weigh({ xs, ys });
        const shuffled = weigh({ xs: pick(xs, order), ys: pick(ys, order) });
        const theirs = pick(values, order);
        const options = { permutations: 29, seed: 4 };

        expect(moran(theirs, shuffled)).toEqual(moran(values, weights));
        expect(geary(theirs, shuffled)).toEqual(geary(values, weights));
        expect(getisOrdGlobal(theirs, shuffled)).toEqual(getisOrdGlobal(values, weights));
        const columns = (own: Float64Array, with_: SpatialWeights): Float64Array[] => [
          ...columnsOf(localMoran(own, with_)),
          ...columnsOf(localGeary(own, with_)),
          ...columnsOf(getisOrd(own, with_)),
          ...columnsOf(getisOrd(own, with_, { star: true })),
          conditionalPValues(own, with_, { ...options, direction: null }),
          conditionalPValues(own, with_, {
            ...options,
            direction: own.map((value) => value - 0.4),
          }),
          conditionalPValues(own, with_, { ...options, direction: null, stopAt: 5, screen: 0.5 }),
          localGearyPValues(own, with_, options),
        ];
        const found = columns(theirs, shuffled);
        columns(values, weights).forEach((column, i) => {
          expect([...found[i]!]).toEqual([...pick(column, order)]);
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('gives the same z and p-values for values in another unit', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0.001, max: 1000, noNaN: true }), (points, factor) => {
        const weights = weigh(points);
        const scaled = points.values.map((value) => value * factor);
        const close = (a: Float64Array, b: Float64Array) =>
          a.forEach((z, i) => {
            // where a z is null in one unit, rounding may leave a huge one in the other
            if (Number.isNaN(z) || Number.isNaN(b[i]!)) return;
            expect(Math.abs(z - b[i]!)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(z)));
          });

        close(getisOrd(scaled, weights).z, getisOrd(points.values, weights).z);
        close(localMoran(scaled, weights).z, localMoran(points.values, weights).z);
        close(localMoran(scaled, weights).statistic, localMoran(points.values, weights).statistic);
        close(localGeary(scaled, weights).z, localGeary(points.values, weights).z);
        const options = { permutations: 19, seed: 4, direction: null };
        close(
          conditionalPValues(scaled, weights, options),
          conditionalPValues(points.values, weights, options),
        );
      }),
      { seed: 1, numRuns: 25 },
    );
  });
});

it('G_i and G*_i have the same z whether or not rows are divided by their sums', () => {
  fc.assert(
    fc.property(cases, (points) => {
      const weights = nearestNeighbourWeights(points, { k: 3 });
      for (const star of [false, true]) {
        const { z } = getisOrd(points.values, weights, { star });
        const standardised = getisOrd(points.values, rowStandardise(weights), { star });
        z.forEach((own, i) => {
          if (Number.isNaN(own)) return;
          expect(Math.abs(standardised.z[i]! - own)).toBeLessThan(1e-7 * (1 + Math.abs(own)));
        });
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});

/** Values without any pattern on a grid. */
const GRID = rowStandardise(gridWeights({ rows: 60, columns: 60 }, 'queen'));
const noise = (simulation: number, length = 3600) =>
  Float64Array.from(
    { length },
    (_, draw) => -Math.log(1 - randomNumber({ seed: 9, simulation, draw })),
  );

it.each<[string, Partial<ConditionalOptions>]>([
  ['all permutations', {}],
  ['upper tails', { alternative: 'greater' }],
  ['folded tails', { alternative: 'folded' }],
  ['tails that stop', { stopAt: 20 }],
])('p-values by %s are valid where there is no pattern', (_, options) => {
  const values = noise(0);
  const pValues = conditionalPValues(values, GRID, {
    ...{ permutations: 1999, seed: 1, direction: null },
    ...options,
  });

  // neighbours share neighbours, and all places the draws: four errors of a quarter of the places
  // together with those of 1999 draws
  for (const alpha of [0.05, 0.1, 0.25, 0.5]) {
    const share = pValues.filter((p) => p <= alpha).length / pValues.length;
    const error = Math.sqrt(alpha * (1 - alpha) * (4 / pValues.length + 1 / 1999));
    expect(Math.abs(share - alpha)).toBeLessThan(4 * error);
  }
});

it('stopping gives nearly the p-values of all permutations, screening those of the normal', () => {
  const values = noise(1);
  const all = { permutations: 999, seed: 1, direction: null };

  const complete = conditionalPValues(values, GRID, all);
  const stopped = conditionalPValues(values, GRID, { ...all, stopAt: 20 });
  const screened = conditionalPValues(values, GRID, { ...all, screen: Infinity });

  const { z } = localMoran(values, GRID);
  // 20 exceedances have a relative error of 1 / sqrt(20): five of them
  const differences = complete.map((p, i) => Math.abs(Math.log(stopped[i]! / p)));
  expect(Math.max(...differences)).toBeLessThan(5 / Math.sqrt(20));
  const isSame = screened.map((p, i) => Number(p < 0.05 === Math.abs(z[i]!) > 1.959963984540054));
  expect(Math.min(...isSame)).toBe(1);
});

it('the greatest z under shuffling is as often above as below that of values without a pattern', () => {
  const weights = gridWeights({ rows: 12, columns: 12 }, 'rook');
  const ranks = Array.from({ length: 30 }, (_, simulation) => {
    const values = noise(10 + simulation, 144);
    const { z } = getisOrd(values, weights);
    const observed = z.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    return permuteMaxima(values, weights, { seed: simulation, to: 19 }).filter(
      (most) => most >= observed,
    ).length;
  });

  // uniform on 0 to 19: the mean within four errors of 5.77 / sqrt(30)
  expect(Math.abs(ranks.reduce((sum, rank) => sum + rank, 0) / 30 - 9.5)).toBeLessThan(4.3);
});
