import { normalQuantile, normalTail } from './normal-distribution.js';

// R: pnorm(z, lower = FALSE)
it.each([
  [0, 0.5],
  [0.3, 0.3820885778110473],
  [1, 0.158655253931457],
  [2.4, 8.197535924596135e-3],
  [2.5, 6.209665325776135e-3],
  [3, 1.349898031630095e-3],
  [8, 6.220960574271785e-16],
  [-1.959963984540054, 0.975],
])('has the upper tail of %d as R has it', (z, tail) => {
  expect(normalTail(z) / tail).toBeCloseTo(1, 13);
});

// R: qnorm(p)
it.each([
  [1e-20, -9.2623400897984052],
  [1e-6, -4.7534243088228987],
  [0.1, -1.2815515655446008],
  [0.3, -0.5244005127080407],
  [0.5, 0],
  [0.975, 1.9599639845400536],
  [0.999, 3.0902323061678132],
])('has the quantile of %d as R has it', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

it.each([0, 1, NaN])('refuses the probability %d', (p) => {
  expect(() => normalQuantile(p)).toThrow(RangeError);
});
