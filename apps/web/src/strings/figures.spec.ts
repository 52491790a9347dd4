import { formatDensity, formatDistance, formatQuotient } from './figures.js';

it.each([
  [{ lq: 1.94, low: 1.71, high: 2.13 }, '1.9 (1.7–2.1)'],
  [{ lq: 0.04, low: 0.01, high: 0.2 }, '0.04 (0.01–0.2)'],
  [{ lq: 0, low: null, high: null }, '0.0'],
  [{ lq: null, low: null, high: null }, '–'],
])('writes the quotient %j as %s', (quotient, text) => {
  expect(formatQuotient(quotient)).toBe(text);
});

it('writes densities to three figures and distances in the nearer unit', () => {
  expect([0.1234, 12.34, 1234.5].map(formatDensity)).toEqual(['0.123', '12.3', '1,235']);
  expect([12.4, 999, 1500, 25_000].map(formatDistance)).toEqual([
    '12 m',
    '999 m',
    '1.5 km',
    '25 km',
  ]);
});
