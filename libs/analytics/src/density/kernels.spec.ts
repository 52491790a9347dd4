import { KERNELS, kernelMassWithin, kernelProfile, sigmaOfRadius, sizeKernel } from './kernels.js';

it.each(KERNELS)('is a probability density of standard deviation sigma: %s', (kernel) => {
  const { radius, reach, height } = sizeKernel(kernel, 3);
  const steps = 200_000;
  let [mass, moment, within] = [0, 0, 0];
  for (let i = 0; i < steps; i++) {
    const distance = ((i + 0.5) * reach) / steps;
    const share = 2 * Math.PI * distance * height * kernelProfile(kernel, (distance / radius) ** 2);
    mass += (share * reach) / steps;
    moment += (share * distance * distance * reach) / steps;
    if (distance < 0.5 * radius) within += (share * reach) / steps;
  }

  expect(mass).toBeCloseTo(1, 7);
  expect(moment / 2).toBeCloseTo(9, 5); // the square of the distance is of two axes
  expect(kernelMassWithin(kernel, 0.5)).toBeCloseTo(within, 4);
});

it('has the radii of Silverman’s kernels at the same sigma', () => {
  expect(sizeKernel('quartic', 1).radius).toBeCloseTo(Math.sqrt(8), 15);
  expect(sizeKernel('uniform', 1).radius).toBe(2);
  expect(sigmaOfRadius('epanechnikov', Math.sqrt(6))).toBeCloseTo(1, 15);
});

it.each([0, -1, NaN, Infinity, 1e-200, 1e200])('refuses the bandwidth %d', (sigma) => {
  expect(() => sizeKernel('gaussian', sigma)).toThrow(`The bandwidth is ${sigma}`);
});
