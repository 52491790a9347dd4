import { relatedness, skillRelatedness } from './relatedness.js';

// sums 3, 4, 5; total 12
const COUNTS = Float64Array.of(9, 1, 2, 1, 9, 3, 2, 3, 9);

it.each([
  ['association', (1 * 12) / (3 * 4), (3 * 12) / (4 * 5)],
  ['cosine', 1 / Math.sqrt(12), 3 / Math.sqrt(20)],
  ['jaccard', 1 / 6, 3 / 6],
  [
    'probability',
    1 / (6 * (3 / 12) * (4 / 9) + 6 * (4 / 12) * (3 / 8)),
    3 / (6 * (4 / 12) * (5 / 8) + 6 * (5 / 12) * (4 / 7)),
  ],
] as const)('relates by %s', (method, first, second) => {
  const found = relatedness(COUNTS, 3, method);

  expect(found[1]).toBeCloseTo(first, 14);
  expect(found[5]).toBeCloseTo(second, 14);
  expect([found[0], found[4], found[8]]).toEqual([0, 0, 0]);
  expect(found[3]).toBe(found[1]);
});

it('has no relation to what never occurs', () => {
  expect(Array.from(relatedness(Float64Array.of(0, 0, 0, 0), 2, 'association'))).toEqual([
    0, 0, 0, 0,
  ]);
});

it('refuses counts that are not symmetric', () => {
  expect(() => relatedness(Float64Array.of(0, 1, 2, 0), 2, 'cosine')).toThrow(RangeError);
});

it('compares flows with what the sizes of the sectors suggest', () => {
  // out 6, 3, 3; into 3, 4, 5; total 12: from 0 to 1 there are 2 where 6 x 4 / 12 = 2 are expected
  const flows = Float64Array.of(0, 2, 4, 2, 0, 1, 1, 2, 0);

  const found = skillRelatedness(flows, 3);

  expect(found[1]).toBe(0);
  expect(found[2]).toBeCloseTo((4 / 2.5 - 1) / (4 / 2.5 + 1), 14);
  expect(found[0]).toBe(0);
});
