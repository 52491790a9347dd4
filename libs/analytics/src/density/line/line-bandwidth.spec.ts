import { lineBandwidth, type LineRule } from './line-bandwidth.js';

const values = Float64Array.of(3.1, 0.4, 7.7, 2.2, 2.9, 3.3, 10.5, 4.8, 1.1, 2.6, 6.0, 3.7);
const RULES: LineRule[] = ['nrd0', 'nrd', 'ucv', 'bcv', 'sj', 'sj-dpi'];

// R 4.2: c(bw.nrd0(x), bw.nrd(x), bw.ucv(x), bw.bcv(x), bw.SJ(x), bw.SJ(x, method = "dpi"))
it.each([
  ['nrd0', 1.062367582112],
  ['nrd', 1.251232930043],
  ['ucv', 1.976871903557],
  ['bcv', 1.977828784816],
  ['sj', 1.159603376634],
  ['sj-dpi', 1.212436722751],
] as const)('has R’s bandwidth by %s', (rule, expected) => {
  expect(lineBandwidth({ values, weights: null }, rule)).toBeCloseTo(expected, 11);
});

it.each(RULES)('takes a weight for as many values, in any order: %s', (rule) => {
  const weights = values.map((_, i) => 1 + (i % 3));
  const copies = Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(values[i]!));

  const weighted = lineBandwidth({ values, weights }, rule);
  const repeated = lineBandwidth(
    { values: Float64Array.from(copies.reverse()), weights: null },
    rule,
  );

  expect(weighted / repeated).toBeCloseTo(1, 11);
});

it.each(RULES)('takes a weight of 0 for no value: %s', (rule) => {
  const longer = Float64Array.of(-50, ...values, 90);
  const weights = longer.map((value) => Number(values.includes(value)));

  const bandwidth = lineBandwidth({ values: longer, weights }, rule);

  expect(bandwidth).toBe(lineBandwidth({ values, weights: null }, rule));
});

it.each(RULES)('grows with the unit of the values: %s', (rule) => {
  const inMetres = lineBandwidth(
    { values: values.map((value) => 1024 * value), weights: null },
    rule,
  );

  expect(inMetres / lineBandwidth({ values, weights: null }, rule)).toBeCloseTo(1024, 6);
});

it.each(RULES)('refuses one value and values that are all equal: %s', (rule) => {
  const of = (...equal: number[]) => ({ values: Float64Array.from(equal), weights: null });

  expect(() => lineBandwidth(of(3), rule)).toThrow('A weight of 1 has no bandwidth');
  expect(() => lineBandwidth(of(3, 3, 3), rule)).toThrow('All values are 3');
  expect(() => lineBandwidth(of(), rule)).toThrow('no values that weigh anything');
});

it('takes the standard deviation where half of the values are equal', () => {
  // the quartiles are equal; SD of 0, 5, 5, 5, 5, 5, 5, 10 is sqrt(50 / 7)
  const mostly = { values: Float64Array.of(0, 5, 5, 5, 5, 5, 5, 10), weights: null };

  expect(lineBandwidth(mostly, 'nrd0')).toBeCloseTo(0.9 * Math.sqrt(50 / 7) * 8 ** -0.2, 14);
});
