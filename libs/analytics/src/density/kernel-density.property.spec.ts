import fc from 'fast-check';
import { randomNumber } from '../random/random-number.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';
import { kernelDensity, updateDensity } from './kernel-density.js';
import { kernelDensityAt } from './kernel-density-at.js';
import { KERNELS, kernelProfile, sizeKernel, type Kernel } from './kernels.js';
import { cellCentres, frameOver, type RasterFrame } from './raster.js';

const RUNS = { seed: 1, numRuns: 20 };
const FRAME = frameOver({ west: -300, south: -200, east: 4700, north: 4300 }, 100);

/** Sides of a cell in sigma: from kernels narrower than two cells to sweeps of 40. */
const sigmas = fc.constantFrom(150, 420, 640, 1300);
const kernels = fc.constantFrom(...KERNELS.filter((kernel) => kernel !== 'exponential'));
const someWeights = fc.constantFrom('none', 'whole', 'broken');

/** Up to 60 points, some at one place, some outside the raster. */
const somePoints = fc
  .record({ simulation: fc.nat(1000), count: fc.integer({ min: 1, max: 60 }), kind: someWeights })
  .map(({ simulation, count, kind }): WeightedPoints => {
    const random = (draw: number) => randomNumber({ seed: 9, simulation, draw });
    const place = (i: number) => (i % 5 === 4 ? i - 1 : i);
    const column = (value: (i: number) => number) =>
      Float64Array.from({ length: count }, (_, i) => value(i));
    return {
      xs: column((i) => 5400 * random(3 * place(i)) - 500),
      ys: column((i) => 4900 * random(3 * place(i) + 1) - 400),
      weights:
        kind === 'none'
          ? null
          : column((i) =>
              kind === 'whole' ? 1 + Math.floor(4 * random(3 * i + 2)) : 9 * random(3 * i + 2),
            ),
    };
  });

it('is a sum over all points to 1e-4 of the peak, for every kernel', () => {
  fc.assert(
    fc.property(somePoints, kernels, sigmas, (points, kernel, sigma) => {
      const { values } = kernelDensity(points, FRAME, { kernel, sigma });

      expectNear(values, bruteForce(points, FRAME, kernel, sigma), 1e-4);
    }),
    RUNS,
  );
});

it('is exact to 1e-11 for every kernel but a gaussian', () => {
  const exact = fc.constantFrom<Kernel>('quartic', 'epanechnikov', 'triweight', 'cone', 'cosine');
  fc.assert(
    fc.property(somePoints, exact, sigmas, (points, kernel, sigma) => {
      const { values } = kernelDensity(points, FRAME, { kernel, sigma });

      expectNear(values, bruteForce(points, FRAME, kernel, sigma), 1e-11);
    }),
    RUNS,
  );
});

it('has the weights for its integral where the raster holds all kernels', () => {
  const wide = frameOver({ west: -6000, south: -6000, east: 11_000, north: 10_000 }, 100);
  fc.assert(
    fc.property(
      somePoints,
      fc.constantFrom<Kernel>('gaussian', 'quartic', 'triweight'),
      (points, kernel) => {
        const { values } = kernelDensity(points, wide, { kernel, sigma: 500 });

        const integral = values.reduce((sum, value) => sum + value, 0) * 0.01; // km2 of a cell
        const total = points.weights ? sum(points.weights) : points.xs.length;
        expect(Math.abs(integral / total - 1)).toBeLessThan(1e-4);
      },
    ),
    RUNS,
  );
});

it('has the same bits in any order of the points', () => {
  fc.assert(
    fc.property(somePoints, kernels, sigmas, (points, kernel, sigma) => {
      const order = points.xs.map((_, i) => i).sort((a, b) => ((a * 37) % 61) - ((b * 37) % 61));
      const shuffle = (column: Float64Array) => Float64Array.from(order, (i) => column[i]!);
      const { xs, ys, weights } = points;

      const shuffled = { xs: shuffle(xs), ys: shuffle(ys), weights: weights && shuffle(weights) };

      expect(kernelDensity(shuffled, FRAME, { kernel, sigma })).toEqual(
        kernelDensity(points, FRAME, { kernel, sigma }),
      );
    }),
    RUNS,
  );
});

it('takes a whole weight for as many points', () => {
  fc.assert(
    fc.property(somePoints, kernels, sigmas, ({ xs, ys }, kernel, sigma) => {
      const weights = xs.map((_, i) => 1 + (i % 3));
      const copies = Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(i));
      const repeated = {
        xs: Float64Array.from(copies, (i) => xs[i]!),
        ys: Float64Array.from(copies, (i) => ys[i]!),
        weights: null,
      };

      const { values } = kernelDensity({ xs, ys, weights }, FRAME, { kernel, sigma });

      expectNear(kernelDensity(repeated, FRAME, { kernel, sigma }).values, values, 1e-13);
    }),
    RUNS,
  );
});

it('moves with its points, by whole cells on the raster and by anything at places', () => {
  fc.assert(
    fc.property(somePoints, kernels, sigmas, (points, kernel, sigma) => {
      const [east, north] = [431_000, 387_200];
      const moved = { ...points, ...shift(points, east, north) };
      const frame = { ...FRAME, west: FRAME.west + east, south: FRAME.south + north };
      const options = { kernel, sigma };

      const { values } = kernelDensity(moved, frame, options);

      expectNear(values, kernelDensity(points, FRAME, options).values, 1e-6);
      expectNear(
        kernelDensityAt(moved, moved, options),
        kernelDensityAt(points, points, options),
        kernel === 'uniform' ? 0.2 : 1e-9, // a place at the very radius of a uniform kernel may fall out
      );
    }),
    RUNS,
  );
});

it('turns with its points', () => {
  const smooth = kernels.filter((kernel) => kernel !== 'uniform');
  fc.assert(
    fc.property(
      somePoints,
      smooth,
      sigmas,
      fc.double({ min: 0, max: 6, noNaN: true }),
      (points, kernel, sigma, angle) => {
        const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
        const turned = {
          xs: points.xs.map((x, i) => cosine * x - sine * points.ys[i]!),
          ys: points.ys.map((y, i) => sine * points.xs[i]! + cosine * y),
          weights: points.weights,
        };

        expectNear(
          kernelDensityAt(turned, turned, { kernel, sigma }),
          kernelDensityAt(points, points, { kernel, sigma }),
          1e-11,
        );
      },
    ),
    RUNS,
  );
});

it('adds and takes away points to rounding of what it finds anew', () => {
  fc.assert(
    fc.property(somePoints, somePoints, kernels, sigmas, (points, more, kernel, sigma) => {
      const options = { kernel, sigma };
      const density = kernelDensity(points, FRAME, options);
      const added = { frame: FRAME, values: density.values.slice() };
      const weights = more.weights ?? more.xs.map(() => 1);

      updateDensity(added, { ...more, weights }, options);
      const both = kernelDensity(join(points, { ...more, weights }), FRAME, options);
      expectNear(added.values, both.values, 1e-11);

      updateDensity(added, { ...more, weights: weights.map((weight) => -weight) }, options);
      expectNear(added.values, density.values, 1e-11, Math.max(...both.values));
    }),
    RUNS,
  );
});

it('differs by axis as a plane that is stretched', () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const stretched = { ...points, ys: points.ys.map((y) => 2 * y) };
      const tall = { ...FRAME, south: 2 * FRAME.south, rows: 2 * FRAME.rows };

      const { values } = kernelDensity(stretched, tall, {
        kernel: 'gaussian',
        sigma: { x: 400, y: 800 },
      });

      const places = centres(tall);
      const squeezed = { xs: places.xs, ys: places.ys.map((y) => y / 2) };
      const round = kernelDensityAt(points, squeezed, { kernel: 'gaussian', sigma: 400 });
      expectNear(
        values,
        round.map((value) => value / 2),
        1e-4,
      );
    }),
    { seed: 1, numRuns: 5 },
  );
});

function bruteForce(
  { xs, ys, weights }: WeightedPoints,
  frame: RasterFrame,
  kernel: Kernel,
  sigma: number,
): Float64Array {
  const { radius, reach, height } = sizeKernel(kernel, sigma);
  const places = centres(frame);
  return places.xs.map((x, place) => {
    let density = 0;
    for (let i = 0; i < xs.length; i++) {
      const squared = (xs[i]! - x) ** 2 + (ys[i]! - places.ys[place]!) ** 2;
      if (squared > reach * reach) continue;
      density += (weights ? weights[i]! : 1) * kernelProfile(kernel, squared / (radius * radius));
    }
    return 1e6 * height * density;
  });
}

function centres({ west, south, cell, columns, rows }: RasterFrame) {
  const [x, y] = [cellCentres(west, cell, columns), cellCentres(south, cell, rows)];
  const length = columns * rows;
  return {
    xs: Float64Array.from({ length }, (_, i) => x[i % columns]!),
    ys: Float64Array.from({ length }, (_, i) => y[Math.floor(i / columns)]!),
  };
}

function shift({ xs, ys }: WeightedPoints, east: number, north: number) {
  return { xs: xs.map((x) => x + east), ys: ys.map((y) => y + north) };
}

function join(a: WeightedPoints, b: WeightedPoints): WeightedPoints {
  const ones = (points: WeightedPoints) => points.weights ?? points.xs.map(() => 1);
  return {
    xs: Float64Array.of(...a.xs, ...b.xs),
    ys: Float64Array.of(...a.ys, ...b.ys),
    weights: Float64Array.of(...ones(a), ...ones(b)),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function expectNear(
  found: Float64Array,
  expected: Float64Array,
  tolerance: number,
  peak = Math.max(...expected),
): void {
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    worst = Math.max(worst, Math.abs(found[i]! - expected[i]!));
  }
  expect(found).toHaveLength(expected.length);
  expect(worst).toBeLessThanOrEqual(tolerance * peak);
}
