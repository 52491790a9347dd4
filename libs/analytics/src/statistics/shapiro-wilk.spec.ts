import { andersonDarling } from './anderson-darling.js';
import { shapiroWilk } from './shapiro-wilk.js';

const squares = (n: number) => Float64Array.from({ length: n }, (_, i) => (i + 1) ** 2);

// R 4.2.2: shapiro.test(x)
it.each([
  ['three values', Float64Array.of(1, 2, 4), 0.9642857142857142, 0.6368868450289632],
  ['five', Float64Array.of(1.8, 2.1, 2.7, 3.3, 4.9), 0.915544507657155, 0.5016147626180802],
  ['eleven', squares(11), 0.9186320447592519, 0.3074108474932317],
  ['twelve', squares(12), 0.9162924414742846, 0.2566734676616257],
  [
    'the weights of eleven men, of Shapiro and Wilk',
    Float64Array.of(148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236),
    0.788814694835387353,
    0.006703814056502925,
  ],
])('agrees with R on %s', (_, values, statistic, p) => {
  const result = shapiroWilk(values)!;

  expect(result.statistic).toBeCloseTo(statistic, 12);
  expect(result.p).toBeCloseTo(p, 9);
});

it('agrees with R on 5,000 logarithms, which are far from normal', () => {
  const { statistic, p } = shapiroWilk(
    Float64Array.from({ length: 5000 }, (_, i) => Math.log(i + 1)),
  )!;

  expect(statistic).toBeCloseTo(0.8185889565357607, 12);
  expect(p / 9.255413831999838e-60).toBeCloseTo(1, 8);
});

it('is null where all values are equal, and refuses two', () => {
  expect(shapiroWilk(Float64Array.of(3, 3, 3))).toBeNull();
  expect(() => shapiroWilk(Float64Array.of(1, 2))).toThrow(RangeError);
});

it('agrees with scipy on the Anderson-Darling statistic of 6,000 logarithms', () => {
  const { statistic, p } = andersonDarling(
    Float64Array.from({ length: 6000 }, (_, i) => Math.log(i + 1)),
  )!;

  // scipy.stats.anderson(numpy.log(numpy.arange(1, 6001))).statistic
  expect(statistic / 277.78721406373916).toBeCloseTo(1, 9);
  expect(p).toBe(0);
});

it('rejects a uniform sample and not the quantiles of a normal one by Anderson and Darling', () => {
  const uniform = andersonDarling(Float64Array.from({ length: 200 }, (_, i) => i))!;

  expect(uniform.p).toBeLessThan(0.01);
  expect(
    andersonDarling(Float64Array.of(-14, -9, -6, -4, -2, 0, 1, 3, 5, 7, 10, 15))!.p,
  ).toBeGreaterThan(0.5);
  expect(andersonDarling(new Float64Array(9))).toBeNull();
  expect(() => andersonDarling(new Float64Array(7))).toThrow(RangeError);
});
