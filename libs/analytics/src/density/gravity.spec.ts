import { gravityAt } from './gravity.js';

const points = {
  xs: Float64Array.of(0, 300, 0, 60_000, 0),
  ys: Float64Array.of(0, 400, 500, 0, 0),
  weights: Float64Array.of(1, 2, 3, 7, 4),
};
const here = { xs: Float64Array.of(0), ys: Float64Array.of(0) };

it.each([
  [{ form: 'exponential', length: 250 }, 5 + 5 * Math.exp(-2)],
  [{ form: 'gaussian', sigma: 500 }, 5 + 5 * Math.exp(-0.5)],
  [{ form: 'step', radius: 500 }, 10],
  [{ form: 'step', radius: 499.9 }, 5],
  [{ form: 'power', exponent: 1, floor: 100 }, 5 / 100 + 5 / 500 + 7 / 60_000],
] as const)('adds up %j', (decay, expected) => {
  expect(gravityAt(points, here, decay)[0]).toBeCloseTo(expected, 12);
});

it('is the same in any order of the points, and 0 without any', () => {
  const reversed = {
    xs: points.xs.slice().reverse(),
    ys: points.ys.slice().reverse(),
    weights: points.weights.slice().reverse(),
  };
  const decay = { form: 'exponential', length: 333 } as const;

  expect(gravityAt(reversed, points, decay)).toEqual(gravityAt(points, points, decay));
  const none = { xs: new Float64Array(), ys: new Float64Array(), weights: null };
  expect([...gravityAt(none, here, decay)]).toEqual([0]);
});

it.each([
  [{ form: 'power', exponent: 1, floor: 0 }, 'The floor of the power decay is 0'],
  [{ form: 'exponential', length: NaN }, 'The length of the exponential decay is NaN'],
] as const)('refuses %j', (decay, reason) => {
  expect(() => gravityAt(points, here, decay)).toThrow(reason);
});
