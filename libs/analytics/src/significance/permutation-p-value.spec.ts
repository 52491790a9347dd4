import { permutationPValue } from './permutation-p-value.js';

it.each([
  ['greater', 4 / 100],
  ['lesser', 98 / 100],
  ['two-sided', 8 / 100],
] as const)('counts the observed one among 99 permutations, %s', (alternative, expected) => {
  const counts = { atLeast: 3, atMost: 97, permutations: 99 };

  expect(permutationPValue(counts, alternative)).toBe(expected);
});

it('is at most 1, where all are equal', () => {
  const counts = { atLeast: 99, atMost: 99, permutations: 99 };

  expect(permutationPValue(counts, 'two-sided')).toBe(1);
});
