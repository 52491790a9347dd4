import { relativeDensity } from './relative-density.js';

it('is the ratio of both densities by their totals, and not defined where the base is thin', () => {
  const subject = { densities: Float64Array.of(3, 0, 1, 2), total: 8 };
  const base = { densities: Float64Array.of(16, 8, 0.5, 0), total: 64 };

  const { ratios, defined } = relativeDensity(subject, base, 1);

  expect([...ratios]).toEqual([1.5, 0, 0, 0]);
  expect([...defined]).toEqual([1, 1, 0, 0]);
});

it.each([
  [{ total: 0 }, 1, 'The total of a relative density is 0'],
  [{}, 0, 'The epsilon of a relative density is 0'],
])('refuses %j with an epsilon of %d', (change, epsilon, reason) => {
  const subject = { densities: Float64Array.of(1), total: 1, ...change };
  const base = { densities: Float64Array.of(1), total: 1 };

  expect(() => relativeDensity(subject, base, epsilon)).toThrow(reason);
});
