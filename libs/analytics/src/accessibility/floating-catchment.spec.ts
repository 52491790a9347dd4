import fc from 'fast-check';
import { floatingCatchment } from './floating-catchment.js';

const onLine = (xs: number[], weights: number[] | null = null) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: weights && Float64Array.from(weights),
});

it('shares two supplies out by hand', () => {
  // the first supply has 100 and 300 in reach: 8 / 400; the second only the 300: 3 / 300
  const demand = onLine([0, 10, 100], [100, 300, 50]);
  const supply = onLine([5, 20], [8, 3]);

  const { access, ratios } = floatingCatchment(demand, supply, { reach: 10 });

  expect(Array.from(ratios)).toEqual([8 / 400, 3 / 300]);
  expect(Array.from(access)).toEqual([8 / 400, 8 / 400 + 3 / 300, 0]);
});

it('weighs steps of distance', () => {
  const decay = { form: 'steps' as const, radii: [5, 10], weights: [1, 0.5] };

  const { access, ratios } = floatingCatchment(
    onLine([0, 10], [100, 100]),
    onLine([5, 15], [6, 2]),
    { reach: 10, decay },
  );

  // the first is 5 from both: 6 / 200; the second 5 from the second only: 2 / 100
  expect(Array.from(ratios)).toEqual([0.03, 0.02]);
  expect(Array.from(access)).toEqual([0.03, 0.05]);
});

it('lets demand choose among supplies, two at one place among them', () => {
  // three equal supplies: each takes a third of the demand; a third of each ratio comes back
  const { access, ratios } = floatingCatchment(onLine([0], [90]), onLine([1, 1, 2], [3, 6, 9]), {
    reach: 5,
    selection: true,
  });

  expect(Array.from(ratios)).toEqual([3 / 30, 6 / 30, 9 / 30]);
  expect(access[0]).toBeCloseTo((3 + 6 + 9) / 30 / 3, 15);
});

it('has no ratio where there is no demand in reach', () => {
  const { access, ratios } = floatingCatchment(onLine([0], [0]), onLine([1, 50]), { reach: 5 });

  expect(Array.from(ratios)).toEqual([NaN, NaN]);
  expect(Array.from(access)).toEqual([0]);
});

it('hands out just the supply that is in reach of demand', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 60 }),
    weight: fc.integer({ min: 1, max: 9 }),
  });
  const points = fc.array(point, { minLength: 1, maxLength: 30 });
  const columns = (given: { x: number; y: number; weight: number }[]) => ({
    xs: Float64Array.from(given, ({ x }) => x),
    ys: Float64Array.from(given, ({ y }) => y),
    weights: Float64Array.from(given, ({ weight }) => weight),
  });
  fc.assert(
    fc.property(points, points, fc.boolean(), (demand, supply, selection) => {
      const options = {
        ...{ reach: 20, selection },
        decay: { form: 'gaussian' as const, sigma: 10 },
      };

      const { access, ratios } = floatingCatchment(columns(demand), columns(supply), options);

      const handedOut = demand.reduce((sum, { weight }, i) => sum + weight * access[i]!, 0);
      const inReach = supply.reduce(
        (sum, { weight }, j) => sum + (Number.isNaN(ratios[j]) ? 0 : weight),
        0,
      );
      expect(handedOut).toBeCloseTo(inReach, 9);
    }),
    { seed: 1, numRuns: 200 },
  );
});

it.each([0, -1, NaN, Infinity])('refuses a reach of %d', (reach) => {
  expect(() => floatingCatchment(onLine([0]), onLine([0]), { reach })).toThrow(RangeError);
});
