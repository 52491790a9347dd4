import {
  formatCount,
  formatCountRange,
  formatDensity,
  formatDistance,
  formatQuotient,
  formatSigned,
  formatTenths,
} from './figures.js';

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

it.each([
  [12.34, '+12.3'],
  [-1234.56, '−1,234.6'],
  [-0.04, '0.0'],
  [0, '0.0'],
])('writes the change %d as %s', (change, text) => {
  expect(formatSigned(change, formatTenths)).toBe(text);
});

it('writes a range of counts only where its ends differ', () => {
  expect(formatCountRange(1200, 3400)).toBe('1,200–3,400');
  expect([formatCountRange(1200, 1200), formatCountRange(1200, null)]).toEqual(['1,200', '1,200']);
  expect(formatSigned(0, formatCount)).toBe('0');
});
