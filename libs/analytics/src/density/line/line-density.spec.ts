import { LINE_KERNELS, lineDensity } from './line-density.js';

const values = { values: Float64Array.of(4, 0, 1, 0), weights: null };

it('adds up kernels: a cone of h = 2 around 0, 0, 1 and 4', () => {
  const sigma = 2 / Math.sqrt(6);

  const [at0, at2, at6, beyond] = lineDensity(values, Float64Array.of(0, 2, 6, 7), {
    kernel: 'cone',
    sigma,
  });

  expect(at0).toBeCloseTo((1 + 1 + 0.5) / 2 / 4, 14);
  expect(at2).toBeCloseTo(0.5 / 2 / 4, 14);
  expect(at6).toBe(0);
  expect(beyond).toBe(0);
});

it.each(LINE_KERNELS)('is a probability of standard deviation sigma: %s', (kernel) => {
  const places = Float64Array.from({ length: 40_000 }, (_, i) => (i + 0.5) / 1000 - 20);

  const one = lineDensity({ values: Float64Array.of(0), weights: null }, places, {
    kernel,
    sigma: 2,
  });

  expect(one.reduce((sum, density) => sum + density, 0) / 1000).toBeCloseTo(1, 4);
  const square = one.reduce((sum, density, i) => sum + density * places[i]! ** 2, 0) / 1000;
  expect(square).toBeCloseTo(4, 3);
});

it('takes a weight for as many values, in any order', () => {
  const options = { kernel: 'gaussian', sigma: 0.7 } as const;
  const places = Float64Array.of(-1, 0.3, 2);
  const weighted = { values: Float64Array.of(1, 4, 0), weights: Float64Array.of(1, 1, 2) };

  const expected = lineDensity(values, places, options);

  lineDensity(weighted, places, options).forEach((density, i) =>
    expect(density).toBeCloseTo(expected[i]!, 14),
  );
});

it('refuses values that are none, weights below 0 and a bandwidth of nothing', () => {
  const options = { kernel: 'gaussian', sigma: 1 } as const;
  const places = Float64Array.of(0);
  const of = (value: number, weight: number) => ({
    values: Float64Array.of(value),
    weights: Float64Array.of(weight),
  });

  expect(() => lineDensity(of(NaN, 1), places, options)).toThrow('Value 0 is NaN');
  expect(() => lineDensity(of(1, -1), places, options)).toThrow('of weight -1');
  expect(() => lineDensity(of(1, 0), places, options)).toThrow('no values that weigh anything');
  expect(() => lineDensity(values, places, { ...options, sigma: 0 })).toThrow('The bandwidth is 0');
});
