import { DECAY_LENGTH, distanceDecay } from './distance-decay.js';

it('pulls fully at no distance, and 1/e at 250 m', () => {
  expect(distanceDecay(0)).toBe(1);
  expect(DECAY_LENGTH).toBe(250);
  expect(distanceDecay(250)).toBeCloseTo(0.36787944117144233, 15);
});

it('pulls half at 173.3 m', () => {
  expect(distanceDecay(250 * Math.LN2)).toBeCloseTo(0.5, 15);
});
