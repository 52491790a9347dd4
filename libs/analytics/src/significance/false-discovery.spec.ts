import fc from 'fast-check';
import { adjustPValues, falseDiscoveryCutoff } from './false-discovery.js';

/** Table 1 of Benjamini and Hochberg (1995): 15 hypotheses, of which four can be rejected at 5 %. */
const PAPER = Float64Array.of(
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
  ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
);

it('rejects the four hypotheses that Benjamini and Hochberg rejected', () => {
  expect(falseDiscoveryCutoff(PAPER, 0.05, 'bh')).toBe(0.0095);
});

it('rejects three if tests may depend on each other in any way', () => {
  // k alpha / n / (1 + 1/2 + … + 1/15) is 0.0030136 for k = 3 and 0.0040181 for 4
  expect(falseDiscoveryCutoff(PAPER, 0.05, 'by')).toBe(0.0019);
});

it.each([
  [0.05, 0.05 / 78],
  [0.1, 0.1 / 78],
])('says alpha / n in the mode of esda where nothing qualifies at %d', (alpha, expected) => {
  const pValues = new Float64Array(78).fill(0.5);

  expect(falseDiscoveryCutoff(pValues, alpha, 'esda')).toBe(expected);
  expect(falseDiscoveryCutoff(pValues, alpha, 'bh')).toBeNull();
});

it('adjusts as p.adjust of R does', () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.04), 'BH') and 'BY'
  const pValues = Float64Array.of(0.01, 0.04, 0.03, NaN, 0.005, 0.04);

  const close = (numbers: Float64Array) => [...numbers].map((p) => Number(p.toPrecision(12)));
  expect(close(adjustPValues(pValues, 'bh'))).toEqual([0.025, 0.04, 0.04, NaN, 0.025, 0.04]);
  expect(close(adjustPValues(pValues, 'by'))).toEqual(
    [0.025, 0.04, 0.04, NaN, 0.025, 0.04].map((p) => Number((p * (137 / 60)).toPrecision(12))),
  );
});

it('rejects what the definition rejects: all up to the last that is below its line', () => {
  const pValue = fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((count) => count / 400), // ties, and p on the line
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(pValue, { minLength: 1, maxLength: 30 }), (values) => {
      const passes = values.filter(
        (p) => p <= (values.filter((other) => other <= p).length * 0.05) / values.length,
      );
      const expected = passes.length > 0 ? Math.max(...passes) : null;

      expect(falseDiscoveryCutoff(Float64Array.from(values), 0.05, 'bh')).toBe(expected);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it('has no cutoff for no tests', () => {
  expect(falseDiscoveryCutoff(Float64Array.of(NaN), 0.05, 'bh')).toBeNull();
  expect(adjustPValues(new Float64Array(), 'bh')).toEqual(new Float64Array());
});

it.each([0, 1, NaN])('refuses alpha = %d', (alpha) => {
  expect(() => falseDiscoveryCutoff(Float64Array.of(0.5), alpha, 'bh')).toThrow(RangeError);
});
