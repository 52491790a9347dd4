import { graphOfRows } from '../networks/graph-of-rows.js';
import { flq } from './flq.js';
import { multipliers, outputChange, totalEffects } from './leontief.js';
import { unproductiveSectors } from './productive.js';
import { downstreamness, upstreamness } from './upstreamness.js';

const close = (found: ArrayLike<number | null>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 10));
};

// exact fractions by hand; outputs include final demand of 30, 25 and 185
const FLOWS = graphOfRows(3, [
  ...([
    [0, 0, 10],
    [0, 1, 40],
    [0, 2, 20],
    [1, 0, 5],
    [1, 1, 10],
    [1, 2, 60],
  ] as const),
  ...([
    [2, 1, 5],
    [2, 2, 10],
  ] as const),
]);
const OUTPUT = Float64Array.of(100, 100, 200);

it('places sectors by their steps to final use and from primary inputs', () => {
  close(upstreamness(FLOWS, { output: OUTPUT }), [940 / 421, 830 / 421, 465 / 421]);
  close(downstreamness(FLOWS, { output: OUTPUT }), [3560 / 2947, 5140 / 2947, 5100 / 2947]);
});

it('takes what is used at home for the whole in an open economy', () => {
  // 0 makes 10, exports 2 and imports 4: 12 are used, 3 of them by 1, all of which is final
  const flows = graphOfRows(2, [[0, 1, 3]]);
  const output = Float64Array.of(10, 20);
  const trade = { exports: Float64Array.of(2, 0), imports: Float64Array.of(4, 0) };

  expect(upstreamness(flows, { output, ...trade })).toEqual([1 + 3 / 12, 1]);
});

it('allows a sector that sells all to others, which sell to final users', () => {
  const mines = graphOfRows(2, [[0, 1, 10]]);

  expect(upstreamness(mines, { output: Float64Array.of(10, 40) })).toEqual([2, 1]);
});

it('has no place for a sector that makes nothing', () => {
  const flows = graphOfRows(3, [[0, 1, 5]]);

  expect(upstreamness(flows, { output: Float64Array.of(10, 10, 0) })).toEqual([1.5, 1, null]);
  expect(downstreamness(flows, { output: Float64Array.of(10, 10, 0) })).toEqual([1, 1.5, null]);
});

it('names the sectors that sell more than there is, or only among themselves', () => {
  const over = graphOfRows(3, [
    [0, 1, 5],
    [2, 1, 11],
  ]);
  const among = graphOfRows(3, [
    [0, 1, 10],
    [1, 0, 10],
    [2, 0, 1],
  ]);
  const output = Float64Array.of(10, 10, 10);

  expect(unproductiveSectors(over, output, 'out')).toEqual([2]);
  expect(unproductiveSectors(among, output, 'out')).toEqual([0, 1]);
  expect(() => upstreamness(over, { output })).toThrow(/sectors 2 sell/);
  expect(() => downstreamness(among, { output })).toThrow(/not productive: sectors 0/);
  expect(() => upstreamness(over, { output: Float64Array.of(1) })).toThrow(RangeError);
});

it('multiplies demand by the inverse, which is what the rounds add up to', () => {
  // Miller and Blair (2009), section 2.3: A = (.15 .25; .20 .05), L = (1.2541 .3300; .2640 1.1221)
  const flows = graphOfRows(2, [
    [0, 0, 150],
    [0, 1, 500],
    [1, 0, 200],
    [1, 1, 100],
  ]);
  const output = Float64Array.of(1000, 2000);
  const inverse = totalEffects(flows, output, 'leontief');

  [1.2541, 0.33, 0.264, 1.1221].forEach((effect, i) => expect(inverse[i]).toBeCloseTo(effect, 4));
  // … and new demands of 600 and 1500 need outputs of 1247.5 and 1841.6
  const change = Float64Array.of(600, 1500);
  const [first, second] = outputChange(flows, output, { change, model: 'leontief' });
  expect(first).toBeCloseTo(1247.5, 1);
  expect(second).toBeCloseTo(1841.6, 1);
});

it('has the sums of the inverses for multipliers', () => {
  const { output, input, backward } = multipliers(FLOWS, OUTPUT);
  const demand = totalEffects(FLOWS, OUTPUT, 'leontief');
  const supply = totalEffects(FLOWS, OUTPUT, 'ghosh');

  close(
    output,
    [0, 1, 2].map((j) => demand[j]! + demand[3 + j]! + demand[6 + j]!),
  );
  close(
    input,
    [0, 1, 2].map((i) => supply[3 * i]! + supply[3 * i + 1]! + supply[3 * i + 2]!),
  );
  close(input, [940 / 421, 830 / 421, 465 / 421]); // final use is all that is left: upstreamness
  expect(backward.reduce<number>((sum, value) => sum + value!, 0)).toBeCloseTo(3, 12);
});

it('hands a loss of supply on to those who buy', () => {
  const chain = graphOfRows(3, [
    [0, 1, 5],
    [1, 2, 4],
  ]);
  const change = Float64Array.of(-2, 0, 0);

  const losses = outputChange(chain, Float64Array.of(10, 8, 9), { change, model: 'ghosh' });

  close(losses, [-2, -1, -0.5]);
});

it('regionalises coefficients by quotient and size', () => {
  const shares = flq({ region: Float64Array.of(10, 30), nation: Float64Array.of(200, 200) });

  // by hand: the region is a tenth, the quotients 0.5 and 1.5, the scale log2(1.1)^0.3
  const scale = Math.log2(1.1) ** 0.3;
  close(shares, [0.5 * scale, (0.5 / 1.5) * scale, Math.min(1, 3 * scale), 1.5 * scale]);
});

it('knows no share of a sector that is not there', () => {
  const region = Float64Array.of(0, 5);

  expect(flq({ region, nation: Float64Array.of(10, 10), delta: 0 })).toEqual([null, 0, null, 1]);
});

it.each([
  [{ region: Float64Array.of(2), nation: Float64Array.of(1) }],
  [{ region: Float64Array.of(1), nation: Float64Array.of(1, 2) }],
  [{ region: Float64Array.of(1), nation: Float64Array.of(1), delta: 1 }],
])('refuses %j', (options) => {
  expect(() => flq(options)).toThrow(RangeError);
});
