import fc from 'fast-check';
import { randomNumber } from '../random/random-number.js';
import { nearestDensity } from './nearest-density.js';

const points = {
  xs: Float64Array.of(0, 300, 0, 1000, 0),
  ys: Float64Array.of(0, 400, 500, 0, 0),
  weights: null,
};
const here = { xs: Float64Array.of(0), ys: Float64Array.of(0) };

it('is all weight in the disc that reaches the k-th, by its area', () => {
  const { densities, radii } = nearestDensity(points, here, { k: 3 });

  expect(radii).toEqual([500]);
  expect(densities[0]).toBeCloseTo(4 / (Math.PI * 0.25), 12); // two are as far as the third
});

it('grows a disc that is too small, and has no density without an area', () => {
  const grown = nearestDensity(points, here, { k: 2, minScale: 600 });

  expect(grown.radii).toEqual([600]);
  expect(grown.densities[0]).toBeCloseTo(4 / (Math.PI * 0.36), 12);
  expect(nearestDensity(points, here, { k: 2 })).toEqual({ densities: [null], radii: [0] });
});

it('has neither where all points weigh too little, or there are none', () => {
  const nothing = { densities: [null], radii: [null] };
  const none = { xs: new Float64Array(), ys: new Float64Array(), weights: null };

  expect(nearestDensity(points, here, { k: 6 })).toEqual(nothing);
  expect(nearestDensity(none, here, { k: 1 })).toEqual(nothing);
});

it.each([
  [{ k: 0 }, 'k is 0'],
  [{ k: NaN }, 'k is NaN'],
  [{ k: 1, minScale: -1 }, 'minScale is -1'],
])('refuses %j', (options, reason) => {
  expect(() => nearestDensity(points, here, options)).toThrow(reason);
});

it('finds what a look at every point finds, weights as duplicates, in any order', () => {
  const cases = fc.record({
    simulation: fc.nat(1000),
    count: fc.integer({ min: 1, max: 200 }),
    k: fc.integer({ min: 1, max: 40 }),
    minScale: fc.constantFrom(0, 30),
  });
  fc.assert(
    fc.property(cases, ({ simulation, count, k, minScale }) => {
      const random = (draw: number) => randomNumber({ seed: 4, simulation, draw });
      const column = (offset: number, extent: number) =>
        Float64Array.from({ length: count }, (_, i) => Math.floor(random(3 * i + offset) * extent));
      const [xs, ys, weights] = [column(0, 500), column(1, 60), column(2, 4)];
      const places = { xs: column(1, 700), ys: column(2, 90) };

      const { densities, radii } = nearestDensity({ xs, ys, weights }, places, { k, minScale });

      for (let place = 0; place < count; place++) {
        const all = Array.from(xs, (x, i) => ({
          distance: Math.sqrt((x - places.xs[place]!) ** 2 + (ys[i]! - places.ys[place]!) ** 2),
          weight: weights[i]!,
        }));
        const copies = all
          .flatMap(({ distance, weight }) => Array<number>(weight).fill(distance))
          .sort((a, b) => a - b);
        const own = copies[k - 1];
        const radius = own === undefined ? null : Math.max(own, minScale);
        expect(radii[place]).toBe(radius);
        const inside = copies.filter((distance) => distance <= radius!).length;
        const density =
          radius === null || radius === 0 ? null : (1e6 * inside) / (Math.PI * radius * radius);
        if (density === null) expect(densities[place]).toBeNull();
        else expect(densities[place]! / density).toBeCloseTo(1, 12);
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});
