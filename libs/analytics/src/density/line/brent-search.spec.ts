import { findMinimum, findZero } from './brent-search.js';

it('finds the least of a curve, and of one that only falls its end', () => {
  const range = { from: 0, to: 10, tolerance: 1e-9 };

  expect(findMinimum((x) => (x - 3) ** 4 + x, range)).toBeCloseTo(3 - 0.25 ** (1 / 3), 6);
  expect(findMinimum((x) => -x, range)).toBeCloseTo(10, 6);
});

it('finds a zero, at an end too', () => {
  const range = { from: 0, to: 2, tolerance: 1e-13 };

  expect(findZero((x) => x * x * x - 2, range)).toBeCloseTo(Math.cbrt(2), 12);
  expect(findZero((x) => Math.exp(x) - 1, range)).toBe(0);
  expect(findZero((x) => x - 2, range)).toBe(2);
});
