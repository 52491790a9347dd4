import { arcgisRadius, normalBandwidth } from './normal-bandwidth.js';

const square = { xs: Float64Array.of(0, 2, 0, 2), ys: Float64Array.of(0, 0, 4, 4), weights: null };

it('is the standard deviation by the sixth root of the number', () => {
  const { x, y, sigma, covariance, effectiveCount } = normalBandwidth(square);

  expect(effectiveCount).toBe(4);
  expect(x).toBeCloseTo(Math.sqrt(4 / 3) * 4 ** (-1 / 6), 14);
  expect(y).toBeCloseTo(2 * x, 14);
  expect(sigma).toBeCloseTo(Math.SQRT2 * x, 14);
  expect(covariance.xy).toBe(0);
});

it('counts unequal weights as fewer', () => {
  // (1 + 1 + 4)^2 / (1 + 1 + 16)
  const points = {
    xs: Float64Array.of(0, 2, 1),
    ys: Float64Array.of(0, 1, 5),
    weights: Float64Array.of(1, 1, 4),
  };

  expect(normalBandwidth(points).effectiveCount).toBe(2);
});

it('is the same in any order', () => {
  const points = {
    xs: Float64Array.of(0.1, 0.7, 0.3, 0.1),
    ys: Float64Array.of(0.2, 0.9, 0.4, 0.2),
    weights: Float64Array.of(0.1, 0.2, 0.3, 0.7),
  };
  const reversed = {
    xs: points.xs.slice().reverse(),
    ys: points.ys.slice().reverse(),
    weights: points.weights.slice().reverse(),
  };

  expect(normalBandwidth(reversed)).toEqual(normalBandwidth(points));
});

it('is ArcGIS’s radius, by the smaller of the standard and the median distance', () => {
  // distances 3, 3, 4, 4 from the centre: SD sqrt(12.5) = 3.54, sqrt(1 / ln 2) * 3.5 = 4.20
  const cross = {
    xs: Float64Array.of(-3, 3, 0, 0),
    ys: Float64Array.of(0, 0, -4, 4),
    weights: null,
  };

  expect(arcgisRadius(cross)).toBeCloseTo(0.9 * Math.sqrt(12.5) * 4 ** -0.2, 14);
  const doubled = { ...cross, weights: Float64Array.of(2, 2, 2, 2) };
  expect(arcgisRadius(doubled)).toBeCloseTo(0.9 * Math.sqrt(12.5) * 8 ** -0.2, 14);
});

it.each([
  ['no points', [], []],
  ['one point', [1], [2]],
  ['points on a line along an axis', [1, 2, 3], [5, 5, 5]],
])('refuses %s', (_, xs, ys) => {
  const points = { xs: Float64Array.from(xs), ys: Float64Array.from(ys), weights: null };

  expect(() => normalBandwidth(points)).toThrow(RangeError);
});

it('refuses ArcGIS’s radius of points in one place', () => {
  const points = { xs: Float64Array.of(1, 1), ys: Float64Array.of(2, 2), weights: null };

  expect(() => arcgisRadius(points)).toThrow('Points in one place');
});
