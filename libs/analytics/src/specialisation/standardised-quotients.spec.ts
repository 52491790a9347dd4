import { bootstrapCutoff } from './bootstrap-cutoff.js';
import { standardiseQuotients } from './standardised-quotients.js';

it('standardises quotients that are normal', () => {
  const { scale, isNormal, normality, zs } = standardiseQuotients(
    Float64Array.of(0.5, 1.2, 0.8, 3, 0.1, 0, 2.2, 1.1),
  );

  // R: scale(x), shapiro.test(x)$p.value
  expect(scale).toBe('plain');
  expect(isNormal).toBe(true);
  expect(normality!.p).toBeCloseTo(0.397387753133838, 9);
  expect(zs[0]).toBeCloseTo(-0.592175515447047, 13);
  expect(zs[3]).toBeCloseTo(1.824867404744981, 13);
});

it('standardises the logarithms above 0 where the quotients are not normal', () => {
  const { scale, isNormal, normality, zs } = standardiseQuotients(
    Float64Array.of(0.02, 0.1, 0.3, 0.5, 9, 30, 0.05, 0, 1),
  );

  // R: l <- log(x[x > 0]); scale(l), shapiro.test(l)$p.value; of x itself it is 2e-5
  expect(scale).toBe('log');
  expect(isNormal).toBe(true);
  expect(normality!.p).toBeCloseTo(0.78739849362567, 9);
  expect(zs[0]).toBeCloseTo(-1.284048786877446, 13);
  expect(zs[5]).toBeCloseTo(1.629195476844164, 13);
  expect(zs[7]).toBeNull();
});

it('says that neither is normal', () => {
  const zeroesAndHundreds = Float64Array.from({ length: 60 }, (_, i) =>
    i % 2 ? 100 + i : 1 + i / 60,
  );

  expect(standardiseQuotients(zeroesAndHundreds)).toMatchObject({ scale: 'log', isNormal: false });
});

it.each([
  ['no region', [], []],
  ['one region', [2], [null]],
  ['equal quotients', [1, 1, 1, 1], [null, null, null, null]],
])('has no z with %s', (_, quotients, zs) => {
  const result = standardiseQuotients(Float64Array.from(quotients));

  expect(result).toMatchObject({ deviation: null, isNormal: null, zs });
});

it('does not depend on the order of the regions', () => {
  const quotients = Float64Array.of(0.31, 1.27, 0.83, 3.9, 0.17, 0.05, 2.21, 1.13);

  expect(standardiseQuotients(quotients.toReversed()).zs).toEqual(
    standardiseQuotients(quotients).zs.reverse(),
  );
});

it('refuses a negative quotient', () => {
  expect(() => standardiseQuotients(Float64Array.of(-1))).toThrow(RangeError);
});

it('cuts off at the mean of the resampled percentiles', () => {
  // of two values the 95th percentile is 0, 0.95 or 1, with the odds 1 : 2 : 1
  const { cutoff, low, high } = bootstrapCutoff(Float64Array.of(0, 1), {
    seed: 1,
    resamples: 20_000,
  })!;

  expect(Math.abs(cutoff - (0.25 * 0 + 0.5 * 0.95 + 0.25 * 1))).toBeLessThan(0.01); // 3.7 standard errors
  expect([low, high]).toEqual([0, 1]);
});

it('cuts off the same for the same seed, in whatever order', () => {
  const zs = Float64Array.of(-1.2, 0.3, 2.4, 0.1, -0.5, 0.9);

  const first = bootstrapCutoff(zs, { seed: 7 });

  expect(bootstrapCutoff(zs.toReversed(), { seed: 7 })).toEqual(first);
  expect(bootstrapCutoff(zs, { seed: 8 })).not.toEqual(first);
});

it('has no cut-off of no regions, and the value itself of one', () => {
  expect(bootstrapCutoff(new Float64Array(), { seed: 1 })).toBeNull();
  expect(bootstrapCutoff(Float64Array.of(2), { seed: 1 })).toEqual({ cutoff: 2, low: 2, high: 2 });
  expect(() => bootstrapCutoff(Float64Array.of(2), { seed: 1, resamples: 0 })).toThrow(RangeError);
});
