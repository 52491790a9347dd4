import { binomialTail, hypergeometricTail } from './count-tails.js';

// R: pbinom(count - 1, trials, probability, lower = FALSE)
it.each([
  [8, 10, 0.3, 1.5903864e-3],
  [30, 1000, 0.01, 2.059988850971965e-7],
  [0, 5, 0.2, 1],
  [120, 1000, 0.1, 2.199614496579438e-2],
  [499, 1000, 0.5, 0.53778717792986],
  [550, 1000, 0.5, 8.652680424881582e-4],
  [502_000, 1_000_000, 0.5, 3.18046687504124e-5],
  [2_748_000, 5_500_000, 0.5, 0.9559989560085579],
])('has %d or more of %d at %d as R has it', (count, trials, probability, expected) => {
  expect(binomialTail(count, { trials, probability }) / expected).toBeCloseTo(1, 9);
});

// R: phyper(count - 1, marked, all - marked, draws, lower = FALSE)
it.each([
  [4, { marked: 10, all: 50, draws: 8 }, 4.069877801994921e-2],
  [12, { marked: 50, all: 550, draws: 60 }, 4.268950434958161e-3],
  [40, { marked: 100, all: 1000, draws: 200 }, 8.853525964860932e-7],
  [2, { marked: 5, all: 25, draws: 22 }, 1],
  [250, { marked: 1000, all: 10_000, draws: 2000 }, 2.788958049973359e-5],
  [9000, { marked: 30_000, all: 5_430_000, draws: 1_500_000 }, 2.978550117300519e-20],
])('has %d or more of %j as R has it', (count, urn, expected) => {
  expect(hypergeometricTail(count, urn) / expected).toBeCloseTo(1, 8);
});

it('knows what is certain and what cannot be', () => {
  expect(binomialTail(3, { trials: 2, probability: 0.5 })).toBe(0);
  expect(binomialTail(1, { trials: 5, probability: 0 })).toBe(0);
  expect(binomialTail(5, { trials: 5, probability: 1 })).toBe(1);
  expect(binomialTail(5, { trials: 5, probability: 0.5 })).toBeCloseTo(1 / 32, 15);
  expect(hypergeometricTail(3, { marked: 2, all: 9, draws: 4 })).toBe(0);
  expect(hypergeometricTail(2, { marked: 2, all: 2, draws: 2 })).toBe(1);
  expect(hypergeometricTail(0, { marked: 0, all: 0, draws: 0 })).toBe(1);
});

it.each([
  ['half a count', 1.5, 3],
  ['a negative count', -1, 3],
  ['no number', NaN, 3],
])('refuses %s', (_, count, trials) => {
  expect(() => binomialTail(count, { trials, probability: 0.5 })).toThrow(RangeError);
  expect(() => hypergeometricTail(count, { draws: trials, marked: 4, all: 9 })).toThrow(RangeError);
});
