import { randomNumber } from '../random/random-number.js';
import { sequentialPValue, sequentialTailPValue } from './sequential-p-value.js';

const limits = { stopAt: 20, permutations: 999 };

it('is h / l where it stopped: the 20th exceedance at the 160th draw', () => {
  expect(sequentialPValue({ exceedances: 20, draws: 160 }, limits)).toBe(0.125);
});

it('is (g + 1) / (n + 1) where it did not', () => {
  expect(sequentialPValue({ exceedances: 4, draws: 999 }, limits)).toBe(0.005);
});

it('doubles the smaller tail', () => {
  const tails = {
    above: { exceedances: 4, draws: 999 },
    below: { exceedances: 20, draws: 21 },
  };

  expect(sequentialTailPValue(tails, limits, 'two-sided')).toBe(0.01);
  expect(sequentialTailPValue(tails, limits, 'directed')).toBe(0.005);
  expect(sequentialTailPValue(tails, limits, 'lesser')).toBeCloseTo(20 / 21, 15);
});

it('is valid: under the null hypothesis it is at most alpha with a probability of alpha', () => {
  const runs = 2000;
  const isSmall = [0.02, 0.05, 0.2].map(() => 0);
  for (let simulation = 0; simulation < runs; simulation++) {
    let draws = 0;
    let exceedances = 0;
    const next = () => randomNumber({ seed: 7, simulation, draw: draws });
    const observed = next();
    while (exceedances < 20 && draws < 999) {
      draws++;
      if (next() >= observed) exceedances++;
    }
    const p = sequentialPValue({ exceedances, draws }, limits);
    [0.02, 0.05, 0.2].forEach((alpha, i) => (isSmall[i]! += p <= alpha ? 1 : 0));
  }

  // within 4 standard errors of the binomial share
  [0.02, 0.05, 0.2].forEach((alpha, i) => {
    const error = Math.sqrt((alpha * (1 - alpha)) / runs);
    expect(Math.abs(isSmall[i]! / runs - alpha)).toBeLessThan(4 * error);
  });
});
