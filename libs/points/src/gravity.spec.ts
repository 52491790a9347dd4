import { GravitySum } from './gravity.js';

it('adds firms and stated jobs, each e times weaker every 250 m', () => {
  const sum = new GravitySum();

  sum.add(0, 10, 20);
  sum.add(250, NaN, NaN);
  sum.add(500, 250, NaN);

  expect(sum.value.firms).toBeCloseTo(1.5032147244080551, 14); // 1 + 1/e + 1/e^2
  expect(sum.value.jobsLow).toBeCloseTo(43.83382080915318, 12); // 10 + 250/e^2
  expect(sum.value.jobsHigh).toBeCloseTo(53.83382080915318, 12);
});

it('feels nothing beyond 12.5 km, where the pull is 2e-22', () => {
  const sum = new GravitySum();

  sum.add(12_500.1, 1_000_000, 1_000_000);
  sum.add(Infinity, 1, 1);

  expect(sum.value).toEqual({ firms: 0, jobsLow: 0, jobsHigh: 0 });
});
