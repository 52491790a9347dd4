import { gini, giniLorenz, giniLQ } from './gini.js';
import { herfindahl } from './herfindahl.js';
import { averageQuotient, hachman, hoover, krugman } from './share-distances.js';
import { meanLogDeviation, theil } from './theil.js';

const of = (...amounts: number[]) => Float64Array.from(amounts);

it('adds up squared shares: 0.2² + 0.5² + 0.2² + 0.1²', () => {
  const { index, normalised, equivalents } = herfindahl(of(20, 50, 20, 10))!;

  expect(index).toBeCloseTo(0.34, 14);
  expect(normalised).toBeCloseTo(0.12, 14);
  expect(equivalents).toBeCloseTo(1 / 0.34, 13);
});

it('cannot normalise the index of one unit, and has none of nothing', () => {
  expect(herfindahl(of(7))).toEqual({ index: 1, normalised: null, equivalents: 1 });
  expect(herfindahl(of(0, 0))).toBeNull();
  expect(herfindahl(of())).toBeNull();
});

// R REAT 3.0.3: gini.conc(e_ij, e_j); the Lorenz form by hand: see analytics.md
it('tells the two locational Gini coefficients apart', () => {
  const sector = of(500, 500, 1000, 7000, 1000);
  const everything = of(20_000, 15_000, 20_000, 40_000, 5000);

  expect(giniLorenz(sector, everything)).toBeCloseTo(0.3725, 14);
  expect(giniLQ(sector, everything)).toBeCloseTo(0.4068965517241, 12);
});

it('agrees with REAT on the specialisation of a region', () => {
  // R REAT 3.0.3: gini.spec(c(700, 600, 500, 10000, 40000), c(30000, 15000, 10000, 60000, 50000))
  const lq = giniLQ(of(700, 600, 500, 10_000, 40_000), of(30_000, 15_000, 10_000, 60_000, 50_000));

  expect(lq).toBeCloseTo(0.6222222222222, 12);
});

it('has a Gini coefficient of 0.8 where one of five has all, 1 when corrected', () => {
  expect(gini(of(0, 0, 100, 0, 0))!.gini).toBeCloseTo(0.8, 14);
  expect(gini(of(0, 0, 100, 0, 0))!.corrected).toBeCloseTo(1, 14);
  expect(gini(of(3, 3, 3))!.gini).toBeCloseTo(0, 14);
});

it('has no Gini coefficient of nothing, and cannot correct that of one', () => {
  expect(gini(of(0, 0))).toBeNull();
  expect(gini(of(5))).toEqual({ gini: 0, corrected: null });
  expect(giniLorenz(of(0, 0), of(1, 2))).toBeNull();
  expect(giniLQ(of(1, 2), of(0, 0))).toBeNull();
});

it('puts a region where the base has nothing at the end of the Lorenz curve', () => {
  // the curve stays at 0 until everything is passed, then it rises at once: 1 - 0
  expect(giniLorenz(of(5, 0), of(0, 10))).toBe(1);
  // without that region: one quotient, no inequality
  expect(giniLQ(of(5, 3), of(0, 10))).toBe(0);
});

it('compares shares: (0.2, 0.1, 0.7, 0, 0) with (0, 0, 0, 0.6, 0.4) have nothing in common', () => {
  expect(krugman(of(20, 10, 70, 0, 0), of(0, 0, 0, 60, 40))).toBeCloseTo(2, 14);
  expect(hoover(of(20, 10, 70, 0, 0), of(0, 0, 0, 60, 40))).toBeCloseTo(1, 14);
  expect(krugman(of(1, 2), of(10, 20))).toBeCloseTo(0, 14);
  expect(krugman(of(0, 0), of(10, 20))).toBeNull();
});

// EconGeo 2.1: LQ.avg and Hachman of the table's second row against equal column sums
it('averages quotients as EconGeo does', () => {
  expect(averageQuotient(of(0, 15, 5, 70, 10), of(1, 1, 1, 1, 1))).toBeCloseTo(2.625, 13);
  expect(hachman(of(0, 15, 5, 70, 10), of(1, 1, 1, 1, 1))).toBeCloseTo(0.3809523809524, 12);
  expect(hachman(of(1, 1), of(0, 1))).toBeNull();
});

it("tells Theil's T and L apart", () => {
  const amounts = of(10, 10, 10, 20, 50);

  expect(theil(amounts)!.total).toBeCloseTo(
    (3 * 0.5 * Math.log(0.5) + 2.5 * Math.log(2.5)) / 5,
    14,
  );
  // R REAT 3.0.3: theil(c(10, 10, 10, 20, 50)), which is L
  expect(meanLogDeviation(amounts)).toBeCloseTo(0.2326301619611, 12);
});

it('has no L where an amount is 0', () => {
  expect(meanLogDeviation(of(0, 1))).toBeNull();
  expect(meanLogDeviation(of(0, 0))).toBeNull();
  expect(meanLogDeviation(of())).toBeNull();
  expect(meanLogDeviation(of(0, 2), of(0, 3))).toBe(0); // nobody has 0
});

it('splits T between and within groups', () => {
  const { total, between, within } = theil(of(1, 3, 4, 0), {
    groupOf: Uint32Array.of(0, 0, 1, 1),
  })!;

  // all means are 2: nothing between; 1/8 ln(1/2) + 3/8 ln(3/2) + 4/8 ln 2
  expect(between).toBeCloseTo(0, 15);
  expect(within).toBeCloseTo((Math.log(0.5) + 3 * Math.log(1.5) + 4 * Math.log(2)) / 8, 14);
  expect(total).toBeCloseTo(within!, 14);
});

it('has no T of nothing', () => {
  expect(theil(of())).toBeNull();
  expect(theil(of(0, 0), { groupOf: Uint32Array.of(0, 1) })).toBeNull();
});

it.each([
  ['a negative amount', of(1, -1)],
  ['what is no number', of(1, NaN)],
  ['an infinite amount', of(1, Infinity)],
])('refuses %s', (_, amounts) => {
  const base = of(1, 1);

  for (const measure of [herfindahl, gini, (a: Float64Array) => theil(a)]) {
    expect(() => measure(amounts)).toThrow(RangeError);
  }
  for (const measure of [giniLorenz, giniLQ, krugman, hachman]) {
    expect(() => measure(amounts, base)).toThrow(RangeError);
    expect(() => measure(base, amounts)).toThrow(RangeError);
  }
});

it('refuses columns of different length', () => {
  expect(() => krugman(of(1), of(1, 2))).toThrow(RangeError);
  expect(() => gini(of(1), of(1, 2))).toThrow(RangeError);
  expect(() => theil(of(1), { groupOf: Uint32Array.of(0, 1) })).toThrow(RangeError);
});
