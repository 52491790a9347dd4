import { normalTail } from './normal-tail.js';

// scipy.stats.norm.sf
it.each([
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [-0.5, 0.6914624612740131],
  [1.959963984540054, 0.025],
  [2, 0.022750131948179195],
  [2.0001, 0.022744733391410532],
  [3, 0.0013498980316300933],
  [5, 2.866515718791933e-7],
  [-5, 0.9999997133484281],
  [10, 7.61985302416047e-24],
  [37, 5.7255712225239266e-300],
])('is of %d as SciPy has it: %d', (z, expected) => {
  expect(Math.abs(normalTail(z) / expected - 1)).toBeLessThan(2e-13);
});

it('is 0 where no double is small enough, 1 on the other side', () => {
  expect(normalTail(40)).toBe(0);
  expect(normalTail(-40)).toBe(1);
});
