import { KERNELS, kernelProfile, sigmaOfRadius, sizeKernel } from './kernels.js';
import { massInBox, massInBoxRaster } from './window-mass.js';

const BOX = { west: 0, south: 0, east: 1000, north: 1000 };

it('is a half on a side, a quarter in a corner, all in the middle and nothing outside', () => {
  for (const kernel of KERNELS) {
    const sized = sizeKernel(kernel, 12);

    expect(massInBox(sized, BOX, 500, 0)).toBeCloseTo(0.5, 9);
    expect(massInBox(sized, BOX, 1000, 1000)).toBeCloseTo(0.25, 9);
    expect(massInBox(sized, BOX, 500, 500)).toBeCloseTo(1, 9);
    expect(massInBox(sized, BOX, 500, -1)).toBe(0);
  }
});

it('is what a straight border half a radius away leaves', () => {
  const at = (kernel: 'uniform' | 'quartic') =>
    massInBox(sizeKernel(kernel, sigmaOfRadius(kernel, 100)), BOX, 50, 500);

  expect(at('uniform')).toBeCloseTo(1 - (Math.acos(0.5) - 0.5 * Math.sqrt(0.75)) / Math.PI, 7);
  // integrate(function(x) 16 / (5 * pi) * (1 - x^2)^2.5, -0.5, 1), R 4.2
  expect(at('quartic')).toBeCloseTo(0.914764669321, 7);
});

it('agrees with a sum over the squares of a fine lattice near a corner', () => {
  for (const kernel of KERNELS) {
    const sized = sizeKernel(kernel, 100);
    const [x, y, step] = [70, 130, 2];
    let sum = 0;
    for (let u = step / 2; u < 1000; u += step) {
      for (let v = step / 2; v < 1000; v += step) {
        const squared = (u - x) ** 2 + (v - y) ** 2;
        if (squared > sized.reach ** 2) continue;
        sum += kernelProfile(kernel, squared / sized.radius ** 2) * sized.height * step * step;
      }
    }

    expect(massInBox(sized, BOX, x, y)).toBeCloseTo(sum, 3);
  }
});

it('is the same at the centres of cells', () => {
  const frame = { west: -100, south: 0, cell: 100, columns: 4, rows: 3 };
  for (const kernel of ['gaussian', 'cone'] as const) {
    const sized = sizeKernel(kernel, 90);

    const { values } = massInBoxRaster(frame, BOX, sized);

    expect(values[0]).toBe(0);
    expect(values[5]).toBeCloseTo(massInBox(sized, BOX, 50, 150), 14);
  }
});
