import { percentile } from './percentile.js';

// R: quantile(c(1, 2, 4, 8, 16), c(0, .25, .5, .9, 1), type = 7)
it.each([
  [0, 1],
  [0.25, 2],
  [0.5, 4],
  [0.9, 12.8],
  [1, 16],
])('takes %d of five values as R does', (share, expected) => {
  expect(percentile([1, 2, 4, 8, 16], share)).toBeCloseTo(expected, 14);
});

it('interpolates between two, and knows only one', () => {
  expect(percentile(Float64Array.of(10, 20), 0.25)).toBe(12.5);
  expect(percentile([7], 0.9)).toBe(7);
});

it('is null of no values', () => {
  expect(percentile([], 0.5)).toBeNull();
});

it.each([-0.1, 1.1, NaN])('refuses a share of %d', (share) => {
  expect(() => percentile([1], share)).toThrow(RangeError);
});
