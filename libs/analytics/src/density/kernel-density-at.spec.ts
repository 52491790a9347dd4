import { gaussianDensityAt, kernelDensityAt, kernelDensityWithout } from './kernel-density-at.js';

const places = (...points: [number, number][]) => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});
const points = { ...places([0, 0], [0, 0], [600, 800]), weights: Float64Array.of(1, 2, 5) };

it('adds up the kernels in weight per square kilometre', () => {
  // a cone of h = 2 km at 0 and at 1 km from 3 and 5: K(0) = 3 / 4 pi per km2, half of it at h / 2
  const sigma = 2000 / Math.sqrt(20 / 3);

  const [here, there, far] = kernelDensityAt(points, places([0, 0], [600, 800], [3000, 0]), {
    kernel: 'cone',
    sigma,
  });

  expect(here).toBeCloseTo((3 / (4 * Math.PI)) * (3 + 5 / 2), 12);
  expect(there).toBeCloseTo((3 / (4 * Math.PI)) * (5 + 3 / 2), 12);
  expect(far).toBe(0); // 3 km and 2.5 km away
});

it('takes a place at the radius as within a uniform kernel', () => {
  const options = { kernel: 'uniform', sigma: 500 } as const; // h = 1000

  const [density] = kernelDensityAt(points, places([0, 0]), options);

  expect(density).toBeCloseTo(8 / Math.PI, 13);
});

it('leaves each point out of its own density, not those that share its place', () => {
  const options = { kernel: 'uniform', sigma: 500 } as const;

  const without = kernelDensityWithout(points, options);

  [7, 6, 3].forEach((weight, i) => expect(without[i]).toBeCloseTo(weight / Math.PI, 13));
});

it('turns an oval gaussian: its density at one standard deviation along its long axis', () => {
  // axes of 200 and 100 m, the long one at 45 degrees: covariance (4 + 1) / 2, (4 - 1) / 2 in 10^4 m2
  const covariance = { xx: 25_000, xy: 15_000, yy: 25_000 };
  const one = { ...places([0, 0]), weights: null };
  const along = 200 / Math.SQRT2;

  const [centre, longEnd, shortEnd] = gaussianDensityAt(
    one,
    places([0, 0], [along, along], [along / 2, -along / 2]),
    covariance,
  );

  expect(centre).toBeCloseTo(1e6 / (2 * Math.PI * 200 * 100), 10);
  expect(longEnd! / centre!).toBeCloseTo(Math.exp(-0.5), 12);
  expect(shortEnd! / centre!).toBeCloseTo(Math.exp(-0.5), 12);
});

it('is 0 without points, and nothing without places', () => {
  const none = { ...places(), weights: null };
  const options = { kernel: 'gaussian', sigma: 1 } as const;

  expect([...kernelDensityAt(none, places([1, 2]), options)]).toEqual([0]);
  expect([...kernelDensityAt(points, places(), options)]).toEqual([]);
});

it('refuses places that are nowhere and ovals that are none', () => {
  const options = { kernel: 'gaussian', sigma: 1 } as const;

  expect(() => kernelDensityAt(points, places([NaN, 0]), options)).toThrow('Place 0 is at NaN, 0');
  expect(() => gaussianDensityAt(points, places(), { xx: 1, xy: 1, yy: 1 })).toThrow(
    '1, 1, 1 is no covariance',
  );
});
