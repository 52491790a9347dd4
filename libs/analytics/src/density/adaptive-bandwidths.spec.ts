import { adaptiveClasses, adaptiveDensity, adaptiveDensityAt } from './adaptive-bandwidths.js';
import { kernelDensity } from './kernel-density.js';

/** Four at one place, one alone 10 km away. */
const points = {
  xs: Float64Array.of(0, 0, 10_000, 0, 0),
  ys: Float64Array.of(0, 0, 0, 0, 0),
  weights: null,
};
const options = { kernel: 'gaussian', sigma: 100 } as const;

it('is narrower where it is dense, by the root of the density over its geometric mean', () => {
  const classes = adaptiveClasses(points, options);

  // pilots 4 and 1, mean 4^0.8: factors 4^-0.1 and 4^0.4; in the middle of the first and last of 16 classes
  expect(classes.map(({ sigma }) => sigma)).toEqual([
    expect.closeTo(100 * 4 ** -0.1 * 2 ** (0.5 / 16), 6),
    expect.closeTo(100 * 4 ** 0.4 * 2 ** (-0.5 / 16), 6),
  ]);
  expect(classes.map(({ points: { weights } }) => [...weights!])).toEqual([[4], [1]]);
});

it('keeps within a factor of 4 of the bandwidth', () => {
  const [dense, lone] = adaptiveClasses(
    { xs: Float64Array.of(0, 10_000), ys: Float64Array.of(0, 0), weights: Float64Array.of(1e9, 1) },
    options,
  );

  expect(lone!.sigma).toBeLessThan(400);
  expect(lone!.sigma).toBeGreaterThan(370);
  expect(dense!.sigma).toBeGreaterThan(100);
});

it('adds up the classes, on a raster and at places', () => {
  const frame = { west: -500, south: -500, cell: 20, columns: 50, rows: 50 };
  const classes = adaptiveClasses(points, options);

  const { values } = adaptiveDensity(classes, frame, options);

  const centre = { xs: Float64Array.of(10), ys: Float64Array.of(10) };
  const [exact] = adaptiveDensityAt(classes, centre, options);
  const peak = 4e6 / (2 * Math.PI * classes[0]!.sigma ** 2);
  expect(exact).toBeCloseTo(peak * Math.exp(-200 / (2 * classes[0]!.sigma ** 2)), 6);
  expect(Math.abs(values[25 * 50 + 25]! / exact! - 1)).toBeLessThan(1e-4);
});

it('is the fixed estimate where all points are alike', () => {
  const one = { xs: Float64Array.of(3), ys: Float64Array.of(4), weights: null };
  const frame = { west: -500, south: -500, cell: 20, columns: 50, rows: 50 };

  const { values } = adaptiveDensity(adaptiveClasses(one, options), frame, options);

  expect(values).toEqual(kernelDensity(one, frame, options).values);
});

it('has no classes without points', () => {
  const none = { xs: new Float64Array(), ys: new Float64Array(), weights: null };

  expect(adaptiveClasses(none, options)).toEqual([]);
});
