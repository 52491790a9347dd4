import { familyWisePValues } from './family-wise.js';

it('compares each statistic with the greatest of each permutation', () => {
  const maxima = Float64Array.of(3, 1, 2.5, 2);

  // by hand: 2, 4 and no maxima are as great, and the observed one counts; of 5
  expect([...familyWisePValues(Float64Array.of(-2.5, 0.5, 4, NaN), maxima)]).toEqual([
    0.6,
    1,
    0.2,
    NaN,
  ]);
});
