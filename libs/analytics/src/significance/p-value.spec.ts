import { countExtremes, normalPValue, permutationPValue, type Alternative } from './p-value.js';

// by hand: 3 of 99 at least as great, 98 at most as great (two of them equal)
it.each<[Alternative, number]>([
  ['greater', 0.04],
  ['lesser', 0.99],
  ['two-sided', 0.08],
  ['directed', 0.04],
])('of 3 above and 98 below among 99 is, %s, %d', (alternative, expected) => {
  const counts = { greater: 3, lesser: 98, permutations: 99 };

  expect(permutationPValue(counts, alternative)).toBeCloseTo(expected, 15);
});

it('is at most 1, where esda’s two-sided value exceeds it: everything is equal', () => {
  expect(permutationPValue({ greater: 99, lesser: 99, permutations: 99 })).toBe(1);
  expect(permutationPValue({ greater: 99, lesser: 99, permutations: 99 }, 'directed')).toBe(0.01);
});

it('is two-sided twice the smaller tail of the observed one alone, 2 / (P + 1), at least', () => {
  expect(permutationPValue({ greater: 0, lesser: 999, permutations: 999 })).toBe(0.002);
});

it('folds about the mean of the simulated', () => {
  const simulated = Float64Array.of(-3, -1, 0, 1, 3); // mean 0; |-3| and |3| are as far as 3

  const counts = countExtremes(3, simulated, 'folded');

  expect(counts).toEqual({ greater: 1, lesser: 1, permutations: 5 });
  expect(permutationPValue(counts, 'folded')).toBe(0.5);
});

it('folds to 1 at the mean', () => {
  expect(permutationPValue(countExtremes(0, Float64Array.of(-1, 1), 'folded'), 'folded')).toBe(1);
});

it('takes sums in another order for ties', () => {
  const simulated = Float64Array.of(0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0);

  expect(countExtremes(0.6, simulated, 'two-sided')).toEqual({
    greater: 2,
    lesser: 3,
    permutations: 3,
  });
});

it.each<[Alternative, number]>([
  ['two-sided', 0.05],
  ['folded', 0.05],
  ['greater', 0.975],
  ['lesser', 0.025],
  ['directed', 0.025],
])('is of z = -1.96 by the normal distribution, %s, %d', (alternative, expected) => {
  expect(normalPValue(-1.959963984540054, alternative)).toBeCloseTo(expected, 14);
});
