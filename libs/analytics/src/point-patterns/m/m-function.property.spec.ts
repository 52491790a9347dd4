import fc from 'fast-check';
import type { TypedPoints } from '../nulls/labels.js';
import { mDensity } from './m-density.js';
import { mFunction } from './m-function.js';
import { studyM, type MOptions } from './m-study.js';
import { simulateM, surroundingsOfAll } from './simulate-m.js';

const SETTINGS = { seed: 1, numRuns: 80 };
const [A, B, C] = [0, 1, 2];

/** On a small lattice, so that ties, shared places and distances of exactly a radius abound. */
const somePoints = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.nat(2)), {
      minLength: 1,
      maxLength: 40,
    }),
    isWeighted: fc.boolean(),
  })
  .map(({ rows, isWeighted }): TypedPoints => {
    const all = [...rows, [0, 0, 1, A], [3, 4, 2, B], [6, 8, 3, C]]; // one of each kind at least
    return {
      xs: Float64Array.from(all, ([x]) => x! / 4),
      ys: Float64Array.from(all, ([, y]) => y! / 4),
      weights: isWeighted ? Float64Array.from(all, ([, , weight]) => weight! / 2) : null,
      types: all.map(([, , , type]) => type!),
    };
  });

const someOptions: fc.Arbitrary<MOptions> = fc.record({
  reference: fc.constant(A),
  neighbour: fc.constantFrom(undefined, B),
  controls: fc.constantFrom(undefined, C),
  radii: fc
    .uniqueArray(fc.nat(20), { minLength: 1, maxLength: 6 })
    .map((steps) => steps.sort((a, b) => a - b).map((step) => step / 4)),
});

/** Every pair, one by one. */
function everyPair({ xs, ys, weights, types }: TypedPoints, options: MOptions): (number | null)[] {
  const all = Array.from(xs, (_, i) => i);
  const weight = (i: number) => (weights ? weights[i]! : 1);
  const sum = (points: number[]) => points.reduce((total, i) => total + weight(i), 0);
  const neighbour = options.neighbour ?? options.reference;
  return options.radii.map((r) => {
    let shares = 0;
    let expected = 0;
    for (const i of all.filter((j) => types[j] === options.reference)) {
      const others = all.filter((j) => j !== i);
      const isNear = (j: number) => (xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2 <= r * r;
      const counted = others.filter(
        (j) => options.controls === undefined || types[j] === options.controls,
      );
      const sought = others.filter((j) => types[j] === neighbour);
      const whole = sum(counted.filter(isNear));
      if (whole === 0) continue;
      shares += sum(sought.filter(isNear)) / whole;
      expected += sum(sought) / sum(counted);
    }
    return expected === 0 ? null : shares / expected;
  });
}

function expectEqual(actual: (number | null)[], expected: (number | null)[]): void {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null));
  actual.forEach((value, i) => expect(value ?? 0).toBeCloseTo(expected[i] ?? 0, 11));
}

it('is what a look at every pair gives', () => {
  fc.assert(
    fc.property(somePoints, someOptions, (points, options) => {
      expectEqual(mFunction(studyM(points, options)).m, everyPair(points, options));
    }),
    SETTINGS,
  );
});

it('is the same to the last bit for shuffled points', () => {
  fc.assert(
    fc.property(somePoints, someOptions, fc.nat(1000), (points, options, start) => {
      const { xs, ys, weights, types } = points;
      const order = Array.from(xs, (_, i) => i).sort(
        (a, b) => ((a * 7919 + start) % 101) - ((b * 7919 + start) % 101),
      );
      const shuffled = {
        xs: Float64Array.from(order, (i) => xs[i]!),
        ys: Float64Array.from(order, (i) => ys[i]!),
        weights: weights && Float64Array.from(order, (i) => weights[i]!),
        types: order.map((i) => types[i]!),
      };

      const { m } = mFunction(studyM(shuffled, options));

      expect(m).toEqual(mFunction(studyM(points, options)).m);
    }),
    SETTINGS,
  );
});

it('is the same for points that are moved, turned and scaled', () => {
  fc.assert(
    fc.property(somePoints, someOptions, (points, options) => {
      const turned = {
        ...points,
        xs: points.ys.map((y) => 530_000 - 8 * y),
        ys: points.xs.map((x) => 180_000 + 8 * x),
      };

      const { m } = mFunction(
        studyM(turned, { ...options, radii: options.radii.map((radius) => 8 * radius) }),
      );

      expectEqual(m, mFunction(studyM(points, options)).m);
    }),
    SETTINGS,
  );
});

it('takes the weight of what is around for as many duplicates', () => {
  fc.assert(
    fc.property(somePoints, someOptions, ({ xs, ys, types }, options) => {
      const weights = xs.map((x, i) => (types[i] === A ? 1 : 1 + ((4 * x + i) % 3)));
      const copies = Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(i));

      const weighted = mFunction(studyM({ xs, ys, weights, types }, options));
      const repeated = mFunction(
        studyM(
          {
            xs: Float64Array.from(copies, (i) => xs[i]!),
            ys: Float64Array.from(copies, (i) => ys[i]!),
            weights: null,
            types: copies.map((i) => types[i]!),
          },
          options,
        ),
      );

      expectEqual(repeated.m, weighted.m);
    }),
    SETTINGS,
  );
});

it.each(['random-location', 'random-labelling', 'population-independence'] as const)(
  'simulates the same by %s however the simulations are cut, and whatever is known beforehand',
  (nullModel) => {
    fc.assert(
      fc.property(somePoints, someOptions, fc.nat(6), (points, options, cut) => {
        const study = studyM(points, { ...options, neighbour: B });
        const simulate = (from: number, to: number) =>
          simulateM(study, { nullModel, seed: 3, from, to });

        const parts = [...simulate(0, cut), ...simulate(cut, 6)];

        const whole = simulate(0, 6);
        expect(parts).toEqual([...whole]);
        if (nullModel !== 'random-labelling') return;
        const places = study.population.xs.length;
        const middle = Math.floor(places / 2);
        const around = Float64Array.of(
          ...surroundingsOfAll(study, { from: 0, to: middle }),
          ...surroundingsOfAll(study, { from: middle, to: places }),
        );
        const known = simulateM(study, { nullModel, seed: 3, from: 0, to: 6 }, around);
        expect([...known]).toEqual([...whole]);
      }),
      { seed: 1, numRuns: 25 },
    );
  },
);

it('averages 1 over random labels', () => {
  const side = 15;
  const cells = Array.from({ length: side * side }, (_, i) => i);
  const study = studyM(
    {
      xs: Float64Array.from(cells, (i) => i % side),
      ys: Float64Array.from(cells, (i) => Math.floor(i / side) ** 1.5), // denser below
      weights: null,
      types: cells.map((i) => (i % 4 === 0 ? A : B)),
    },
    { reference: A, radii: [2, 5, 40] },
  );

  const curves = simulateM(study, { nullModel: 'random-labelling', seed: 9, from: 0, to: 300 });

  for (let radius = 0; radius < 3; radius++) {
    const values = Array.from(curves).filter((_, i) => i % 3 === radius);
    const mean = values.reduce((sum, value) => sum + value, 0) / 300;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 300);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * spread) / Math.sqrt(300) + 1e-9);
  }
});

it('is at each distance what the direct sum of kernels gives, but for what bins change', () => {
  fc.assert(
    fc.property(somePoints, someOptions, (points, options) => {
      const { xs, ys, weights, types } = points;
      const radii = [0.5, 1, 2];
      const neighbour = options.neighbour ?? A;

      const { m, bandwidth } = mDensity(studyM(points, { ...options, radii }));

      fc.pre(bandwidth !== null);
      const all = Array.from(xs, (_, i) => i);
      const weight = (i: number) => (weights ? weights[i]! : 1);
      radii.forEach((r, at) => {
        let shares = 0;
        let expected = 0;
        for (const i of all.filter((j) => types[j] === A)) {
          const sum = (chosen: number[], isKernel: boolean) =>
            chosen.reduce((total, j) => {
              const z = (Math.hypot(xs[i]! - xs[j]!, ys[i]! - ys[j]!) - r) / bandwidth;
              return total + weight(j) * (isKernel ? Math.exp(-0.5 * z * z) : 1);
            }, 0);
          const others = all.filter((j) => j !== i);
          const sought = others.filter((j) => types[j] === neighbour);
          const counted = others.filter(
            (j) => options.controls === undefined || types[j] === options.controls,
          );
          fc.pre(sum(counted, true) > 0.1); // in the tails of the kernel bins change more
          shares += sum(sought, true) / sum(counted, true);
          expected += sum(sought, false) / sum(counted, false);
        }
        expect(Math.abs(m[at]! - shares / expected)).toBeLessThan(0.02 * Math.max(m[at]!, 0.1));
      });
    }),
    SETTINGS,
  );
});
