import { hypergeometricTail } from './hypergeometric-tail.js';

// python: sum(comb(marked, i) * comb(population - marked, draws - i) …) / comb(population, draws), exact
it.each([
  [0, 10, 4, 3, 1],
  [1, 10, 4, 3, 0.8333333333333334],
  [3, 10, 4, 3, 0.03333333333333333],
  [4, 10, 4, 3, 0],
  [2, 10, 9, 3, 1],
  [30, 100_000, 500, 200, 7.263210171384899e-35],
  [600, 100_000, 50_000, 1000, 1.1115801530781538e-10],
])(
  'of at least %d, from %d of which %d are marked, in %d draws is %d',
  (atLeast, population, marked, draws, expected) => {
    const found = hypergeometricTail(atLeast, { population, marked, draws });

    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * expected);
  },
);

it('is 1 of none, whatever there is', () => {
  expect(hypergeometricTail(0, { population: 0, marked: 0, draws: 0 })).toBe(1);
  expect(hypergeometricTail(1, { population: 5, marked: 0, draws: 2 })).toBe(0);
});
