import fc from 'fast-check';
import { exactSum } from './exact-sum.js';

it.each([
  [[], 0],
  [[1, 1e100, 1, -1e100], 2], // plain addition says 0
  [Array<number>(10).fill(0.1), 1], // plain addition says 0.9999999999999999
  [[1e16, 1, 1e-16], 1e16 + 2], // half-way, and then a little more: up, not to even
  [[-1e16, -1, -1e-16], -1e16 - 2],
  [[1e16, 1, -1e-16], 1e16],
  [[5e-324, 1e308, -1e308], 5e-324],
])('of %j is %d, as math.fsum of Python has it', (values, expected) => {
  expect(exactSum(Float64Array.from(values))).toBe(expected);
});

it('does not depend on the order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 40 }),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      (values, keys) => {
        const shuffled = values
          .map((value, i) => ({ value, key: keys[i]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);

        expect(exactSum(Float64Array.from(shuffled))).toBe(exactSum(Float64Array.from(values)));
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

it('equals the sum of whole numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n })), (values) => {
      const expected = Number(values.reduce((sum, value) => sum + value, 0n));

      expect(exactSum(Float64Array.from(values, Number))).toBe(expected);
    }),
    { seed: 1, numRuns: 500 },
  );
});
