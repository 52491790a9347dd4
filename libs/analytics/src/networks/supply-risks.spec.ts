import { graphOfRows } from './graph-of-rows.js';
import { localRetention } from './local-retention.js';
import { supplierConcentration } from './supplier-concentration.js';
import { traceTiers } from './trace-tiers.js';

const plain = (column: ArrayLike<number>) => Array.from(column);
const close = (found: ArrayLike<number | null>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 12));
};

// 0 and 1 supply 2, which supplies 3 and 4; 5 supplies 4
const CHAIN = graphOfRows(6, [
  [0, 2, 3],
  [1, 2, 1],
  [2, 3, 8],
  [2, 4, 1],
  [5, 4, 1],
  [4, 4, 9],
]);

it('sums the squared shares of suppliers and finds those that are the only ones', () => {
  const all = supplierConcentration(CHAIN, null);
  expect(all.herfindahl).toEqual([null, null, 10 / 16, 1, 1 / 2, null]);
  expect(plain(all.soleInputs)).toEqual([0, 0, 0, 1, 0, 0]);
  expect(plain(all.soleBuyers)).toEqual([0, 0, 1, 0, 0, 0]);

  const byKind = supplierConcentration(CHAIN, Int32Array.of(0, 0, 1, 1, 1, 2));
  expect(plain(byKind.soleInputs)).toEqual([0, 0, 0, 1, 2, 0]);
  expect(plain(byKind.soleBuyers)).toEqual([0, 0, 2, 0, 0, 1]);
  expect(() => supplierConcentration(CHAIN, Int32Array.of(0))).toThrow(RangeError);
});

it('traces suppliers of suppliers by their shares', () => {
  const { tiers, shares, followed } = traceTiers(CHAIN, 4);

  expect(plain(tiers)).toEqual([2, 2, 1, -1, 0, 1]);
  close(shares, [3 / 8, 1 / 8, 1 / 2, 0, 0, 1 / 2]);
  expect(followed).toEqual([1, 1, 0.5]);
});

it('follows a circle until little is left of it', () => {
  const circle = graphOfRows(3, [
    [0, 1, 1],
    [1, 0, 1],
    [2, 0, 1],
  ]); // 0 halves between 1 and 2

  const { shares } = traceTiers(circle, 0, { depth: 1000, smallestShare: 1e-15 });

  close(shares, [1, 1, 1]); // 1/2 + 1/4 + …
  close(traceTiers(circle, 0, { depth: 1 }).shares, [0, 1 / 2, 1 / 2]);
  close(traceTiers(circle, 0, { depth: 9, smallestShare: 0.4 }).shares, [
    1 / 2,
    1 / 2 + 1 / 4,
    1 / 2 + 1 / 4,
  ]);
});

it('ends in a circle that nothing leaves, at the depth', () => {
  const { shares } = traceTiers(
    graphOfRows(2, [
      [0, 1],
      [1, 0],
    ]),
    0,
    { depth: 100 },
  );

  close(shares, [50, 50]);
});

it('takes shares of outputs where they are given', () => {
  const outputs = Float64Array.of(1, 1, 8, 20, 4, 1);

  close(traceTiers(CHAIN, 4, { outputs }).shares, [3 / 32, 1 / 32, 1 / 4, 0, 0, 1 / 4]);
});

it.each([
  ['a node that is not there', 6, {}],
  ['half a step', 0, { depth: 0.5 }],
  ['no smallest share', 0, { smallestShare: 0 }],
  ['an output below the inputs', 4, { outputs: Float64Array.of(1, 1, 3, 9, 9, 9) }],
])('refuses %s', (_, focal, options) => {
  expect(() => traceTiers(CHAIN, focal, options)).toThrow(RangeError);
});

it('measures what stays in a region', () => {
  // 2 buys from 0 in its own region, 0, and from 1 in region 1; 4 buys from 2 and 5 in region 1
  const regions = Int32Array.of(0, 1, 0, 1, 1, 1);

  const { byRegion, overall, byFirm, lm3 } = localRetention(CHAIN, regions, null);

  expect(byRegion).toEqual([3 / 4, 1 / 10]);
  expect(overall).toBe(4 / 14);
  expect(byFirm).toEqual([null, null, 3 / 4, 0, 1 / 2, null]);
  expect(lm3).toEqual([null, null, 1 + 3 / 4, 1, 1 + 1 / 2, null]);
});

it('counts three rounds of spending', () => {
  const chain = graphOfRows(3, [
    [0, 1, 2],
    [1, 2, 5],
  ]);

  const { lm3 } = localRetention(chain, Int32Array.of(0, 0, 0), Float64Array.of(2, 8, 10));

  expect(lm3).toEqual([1, 1 + 2 / 8, 1 + 5 / 10 + (5 * (2 / 8)) / 10]);
  expect(() => localRetention(chain, Int32Array.of(0), null)).toThrow(RangeError);
});
