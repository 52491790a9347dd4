import { DECAY_LENGTH, decayAt, decayReach, distanceDecay } from './distance-decay.js';

it('pulls fully at no distance, and 1/e at 250 m', () => {
  expect(distanceDecay(0)).toBe(1);
  expect(DECAY_LENGTH).toBe(250);
  expect(distanceDecay(250)).toBeCloseTo(0.36787944117144233, 15);
});

it('pulls half at 173.3 m', () => {
  expect(distanceDecay(250 * Math.LN2)).toBeCloseTo(0.5, 15);
});

it('falls by a power above its floor, by a normal curve, or at once', () => {
  const power = { form: 'power', exponent: 2, floor: 10 } as const;
  const gaussian = { form: 'gaussian', sigma: 100 } as const;
  const step = { form: 'step', radius: 500 } as const;

  expect([0, 10, 20].map((distance) => decayAt(power, distance))).toEqual([0.01, 0.01, 0.0025]);
  expect(decayAt(gaussian, 100)).toBeCloseTo(Math.exp(-0.5), 15);
  expect([0, 500, 500.1].map((distance) => decayAt(step, distance))).toEqual([1, 1, 0]);
  expect(decayAt({ form: 'exponential', length: 250 }, 99)).toBe(distanceDecay(99));
});

it('reaches as far as there is a pull to 1e-15', () => {
  for (const decay of [
    { form: 'exponential', length: 250 },
    { form: 'gaussian', sigma: 100 },
    { form: 'step', radius: 500 },
  ] as const) {
    expect(decayAt(decay, decayReach(decay) * 1.0001)).toBeLessThan(1e-15);
  }
  expect(decayReach({ form: 'power', exponent: 2, floor: 10 })).toBe(Infinity);
});

it('falls in steps', () => {
  const steps = { form: 'steps', radii: [10, 20], weights: [1, 0.25] } as const;

  expect([0, 10, 10.1, 20, 20.1].map((distance) => decayAt(steps, distance))).toEqual([
    ...[1, 1, 0.25, 0.25, 0],
  ]);
  expect(decayReach(steps)).toBe(20);
});
