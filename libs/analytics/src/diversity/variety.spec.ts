import fc from 'fast-check';
import { variety } from './variety.js';

it('splits 2.5 bits of six sectors in three groups', () => {
  const amounts = Float64Array.of(2, 1, 1, 2, 1, 1);

  const { entropy, unrelated, related } = variety(amounts, Uint32Array.of(0, 0, 0, 1, 1, 2))!;

  // P = (1/2, 3/8, 1/8): 1/2 + 3/8 log2 (8/3) + 3/8; within: 1/2 x 1.5 + 3/8 x (log2 3 - 2/3)
  expect(entropy).toBeCloseTo(2.5, 14);
  expect(unrelated).toBeCloseTo(1.4056390622295665, 14);
  expect(related).toBeCloseTo(1.0943609377704335, 14);
});

it('measures in another unit', () => {
  const { entropy } = variety(Float64Array.of(1, 1), Uint32Array.of(0, 1), Math.E)!;

  expect(entropy).toBeCloseTo(Math.LN2, 15);
});

it('finds no variety in one sector, and none to speak of in nothing', () => {
  expect(variety(Float64Array.of(0, 3), Uint32Array.of(0, 1))).toEqual({
    entropy: 0,
    unrelated: 0,
    related: 0,
  });
  expect(variety(Float64Array.of(0, 0), Uint32Array.of(0, 1))).toBeNull();
  expect(variety(new Float64Array(), new Uint32Array())).toBeNull();
});

it.each([
  ['a negative amount', [-1, 2], [0, 0], 2],
  ['columns of different length', [1], [0, 0], 2],
  ['the base 1', [1, 2], [0, 0], 1],
])('refuses %s', (_, amounts, groups, base) => {
  expect(() => variety(Float64Array.from(amounts), Uint32Array.from(groups), base)).toThrow(
    RangeError,
  );
});

it('adds up: entropy is unrelated and related variety', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true })), fc.nat(5)),
        {
          maxLength: 50,
        },
      ),
      (sectors) => {
        const result = variety(
          Float64Array.from(sectors, ([amount]) => amount),
          Uint32Array.from(sectors, ([, group]) => group),
        );

        if (result === null) return;
        expect(Math.abs(result.unrelated + result.related - result.entropy)).toBeLessThan(1e-12);
        expect(result.related).toBeGreaterThan(-1e-12);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
