import fc from 'fast-check';
import { kdFunction } from './kd-function.js';
import { studyKd } from './kd-study.js';
import { simulateKd } from './simulate-kd.js';

const SETTINGS = { seed: 1, numRuns: 80 };
const [A, B] = [0, 1];
const RADII = [0, 1, 2.5, 5];

const somePoints = fc
  .array(fc.tuple(fc.nat(24), fc.nat(24), fc.integer({ min: 1, max: 3 }), fc.nat(1)), {
    minLength: 3,
    maxLength: 40,
  })
  .map((rows) => {
    const all = [...rows, [0, 0, 1, A], [3, 0, 2, A], [0, 8, 1, A], [1, 1, 1, B]];
    return {
      xs: Float64Array.from(all, ([x]) => x! / 4),
      ys: Float64Array.from(all, ([, y]) => y! / 4),
      weights: Float64Array.from(all, ([, , weight]) => weight!),
      types: all.map(([, , , type]) => type!),
    };
  });

const someOptions = fc.record({
  reference: fc.constant(A),
  neighbour: fc.constantFrom(undefined, B),
  radii: fc.constant(RADII),
  isWeighted: fc.boolean(),
  bandwidth: fc.constantFrom(undefined, 0.5, 3),
  adjust: fc.constantFrom(1, 0.5),
});

it('is the direct sum over all pairs, but for what bins change', () => {
  fc.assert(
    fc.property(somePoints, someOptions, (points, options) => {
      const { xs, ys, weights, types } = points;

      const { kd, bandwidth } = kdFunction(studyKd(points, options));

      const all = Array.from(xs, (_, i) => i);
      const pairs = all.flatMap((i) =>
        all.flatMap((j) => {
          const isPair = options.neighbour === undefined ? types[j] === A && j < i : types[j] === B;
          if (types[i] !== A || !isPair) return [];
          const weight = options.isWeighted ? weights[i]! * weights[j]! : 1;
          return [{ distance: Math.hypot(xs[i]! - xs[j]!, ys[i]! - ys[j]!), weight }];
        }),
      );
      const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
      RADII.forEach((r, i) => {
        const direct = pairs.reduce((sum, { distance, weight }) => {
          const kernel = (z: number) => Math.exp(-0.5 * (z / bandwidth!) ** 2);
          return sum + weight * (kernel(r - distance) + kernel(r + distance));
        }, 0);
        const scale = total * bandwidth! * Math.sqrt(2 * Math.PI);
        const peak = 2 / (bandwidth! * Math.sqrt(2 * Math.PI));
        expect(Math.abs(kd[i]! - direct / scale)).toBeLessThan(3e-4 * peak);
      });
    }),
    SETTINGS,
  );
});

it('takes weights for duplicates, of neighbours of another kind', () => {
  fc.assert(
    fc.property(somePoints, ({ xs, ys, weights, types }) => {
      const options = { reference: A, neighbour: B, radii: RADII, bandwidth: 0.7 };
      const copies = Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(i));
      const repeated = {
        xs: Float64Array.from(copies, (i) => xs[i]!),
        ys: Float64Array.from(copies, (i) => ys[i]!),
        weights: null,
        types: copies.map((i) => types[i]!),
      };

      const { kd } = kdFunction(studyKd(repeated, { ...options, isWeighted: false }));

      const weighted = studyKd({ xs, ys, weights, types }, { ...options, isWeighted: true });
      kdFunction(weighted).kd.forEach((value, i) => expect(kd[i]).toBeCloseTo(value!, 10));
    }),
    SETTINGS,
  );
});

it('is the same to the last bit for shuffled points, observed and simulated', () => {
  fc.assert(
    fc.property(somePoints, someOptions, fc.nat(1000), (points, options, start) => {
      const order = Array.from(points.xs, (_, i) => i).sort(
        (a, b) => ((a * 7919 + start) % 101) - ((b * 7919 + start) % 101),
      );
      const shuffled = studyKd(
        {
          xs: Float64Array.from(order, (i) => points.xs[i]!),
          ys: Float64Array.from(order, (i) => points.ys[i]!),
          weights: Float64Array.from(order, (i) => points.weights[i]!),
          types: order.map((i) => points.types[i]!),
        },
        options,
      );
      const straight = studyKd(points, options);
      const simulations = { nullModel: 'random-labelling', seed: 1, from: 0, to: 3 } as const;

      expect(kdFunction(shuffled)).toEqual(kdFunction(straight));
      expect(simulateKd(shuffled, simulations)).toEqual(simulateKd(straight, simulations));
    }),
    SETTINGS,
  );
});

it.each(['random-location', 'random-labelling', 'population-independence'] as const)(
  'simulates the same by %s however the simulations are cut',
  (nullModel) => {
    fc.assert(
      fc.property(somePoints, someOptions, fc.nat(5), (points, options, cut) => {
        const study = studyKd(points, { ...options, neighbour: B });
        const simulate = (from: number, to: number) =>
          simulateKd(study, { nullModel, seed: 3, from, to });

        expect([...simulate(0, cut), ...simulate(cut, 5)]).toEqual([...simulate(0, 5)]);
      }),
      { seed: 1, numRuns: 25 },
    );
  },
);
