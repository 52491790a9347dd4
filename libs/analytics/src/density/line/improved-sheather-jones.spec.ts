import { excessOf, improvedSheatherJones } from './improved-sheather-jones.js';
import { lineBandwidth } from './line-bandwidth.js';
import { sortValues } from './line-density.js';

const bandwidthOf = (values: number[], weights: number[] | null = null) =>
  improvedSheatherJones(
    sortValues({
      values: Float64Array.from(values),
      weights: weights && Float64Array.from(weights),
    }),
  );

// the authors' MATLAB, as KDEpy's documentation has it
it.each([
  [0.01, 50, 50, 0.0099076220293967618515],
  [0.07, 25, 10, 0.068342291525717486795],
])('asks for the bandwidth that the authors’ program does, of %d', (t, count, length, expected) => {
  const upwards = Float64Array.from({ length }, (_, i) => i + 1);

  expect(excessOf({ squares: upwards, energies: upwards }, count)(t)).toBeCloseTo(expected, 16);
});

/** The n quantiles of the logistic distribution, whose standard deviation is 1.81. */
const logistic = (n: number) =>
  Array.from({ length: n }, (_, i) => Math.log((i + 0.5) / (n - i - 0.5)));
const TWO_PEAKS = [...logistic(100), ...logistic(100).map((value) => 30 + 2 * value)];

// scipy 1.x: dct and brentq on the same bins; with four times as many bins they move by 6e-6
it.each([
  ['one peak', logistic(200), 0.7108320605437086],
  ['two peaks', TWO_PEAKS, 1.060982423694122],
])('finds the bandwidth of %s as the algorithm does by other means', (_, values, expected) => {
  expect(bandwidthOf(values)).toBeCloseTo(expected, 9);
});

it('takes a bandwidth that suits each of two peaks, where a rule for one is four times as wide', () => {
  const ofOneRule = lineBandwidth({ values: Float64Array.from(TWO_PEAKS), weights: null }, 'nrd0');

  expect(ofOneRule / bandwidthOf(TWO_PEAKS)!).toBeGreaterThan(4);
});

it('takes a weight for as many values, in any order, in any unit and from any zero', () => {
  const values = logistic(60);
  const weights = values.map((_, i) => 1 + Number(i % 3 === 0));
  const copies = values.flatMap((value, i) => Array<number>(weights[i]!).fill(value)).reverse();

  const weighted = bandwidthOf(values, weights)!;

  expect(bandwidthOf(copies)! / weighted).toBeCloseTo(1, 11);
  expect(
    bandwidthOf(
      values.map((value) => 1024 * value),
      weights,
    )! / weighted,
  ).toBeCloseTo(1024, 6);
  expect(
    bandwidthOf(
      values.map((value) => value + 64),
      weights,
    )! / weighted,
  ).toBeCloseTo(1, 6);
});

it('finds none where most values are equal, or there are too few', () => {
  expect(bandwidthOf([1, 1, 1, 2, 2, 2, 2, 3])).toBeNull();
  expect(bandwidthOf([4, 4])).toBeNull();
  expect(bandwidthOf([4])).toBeNull();
  expect(bandwidthOf([3.1, 0.4, 7.7])).toBeNull();
  expect(() =>
    lineBandwidth({ values: Float64Array.of(1, 1, 1, 1, 2), weights: null }, 'isj'),
  ).toThrow('for isj');
});
