import { dartboardZ } from './dartboard-z.js';
import { empiricalBayesQuotients } from './empirical-bayes-quotients.js';

it('shrinks as spdep does', () => {
  const observed = Float64Array.of(3, 0, 12, 7, 30, 1);
  const expected = Float64Array.of(5, 2, 8, 7, 20, 4);

  const result = empiricalBayesQuotients(observed, expected);

  // R spdep: EBest(observed, expected, family = "poisson")$estmm
  const estimates = [0.9989331752852274, 0.998720045509493, 1.2845747383395998];
  estimates.push(1.0989570830332613, 1.3628719275549805, 0.9401041666666666);
  result.forEach((lq, i) => expect(lq).toBeCloseTo(estimates[i]!, 14));
});

it('takes the mean for all where they differ no more than by chance', () => {
  expect(empiricalBayesQuotients(Float64Array.of(1, 1), Float64Array.of(1, 1))).toEqual([1, 1]);
});

it('is null where nothing is expected, and empty of none', () => {
  expect(empiricalBayesQuotients(Float64Array.of(0, 4), Float64Array.of(0, 4))).toEqual([null, 1]);
  expect(empiricalBayesQuotients(new Float64Array(), new Float64Array())).toEqual([]);
  expect(empiricalBayesQuotients(new Float64Array(2), Float64Array.of(1, 1))).toEqual([0, 0]);
});

it('refuses negative amounts and columns of different length', () => {
  expect(() => empiricalBayesQuotients(Float64Array.of(-1), Float64Array.of(1))).toThrow(
    RangeError,
  );
  expect(() => empiricalBayesQuotients(Float64Array.of(1), new Float64Array(2))).toThrow(
    RangeError,
  );
});

it('measures a throw of darts: 40 % of 4 equal plants where 20 % was likely', () => {
  // (0.4 - 0.2) / sqrt(0.2 x 0.8 / 4) = 0.2 / 0.2
  expect(dartboardZ({ share: 0.4, baseShare: 0.2, herfindahl: 0.25 })).toBeCloseTo(1, 14);
});

it.each([0, 1])('has no z where a region has %d of everything', (baseShare) => {
  expect(dartboardZ({ share: baseShare, baseShare, herfindahl: 0.5 })).toBeNull();
});

it('refuses a share above 1', () => {
  expect(() => dartboardZ({ share: 1.1, baseShare: 0.5, herfindahl: 0.5 })).toThrow(RangeError);
});
