import { dynamicShiftShare, shiftShare } from './shift-share.js';

const state = (region: readonly number[], base: readonly number[]) => ({
  region: Float64Array.from(region),
  base: Float64Array.from(base),
});

const BEFORE = state([90, 20, 10, 60], [400, 150, 150, 400]);
const AFTER = state([100, 40, 10, 55], [440, 210, 135, 480]);

it('splits the growth of region A as REAT does', () => {
  // R REAT 3.0.3: shift(…, shift.method = "Dunn"): 25, 27, 1, -3
  const { change, national, industry, regional, sectors } = shiftShare(BEFORE, AFTER)!;

  expect(change).toBe(25);
  expect(national).toBeCloseTo(27, 12);
  expect(industry).toBeCloseTo(1, 12);
  expect(regional).toBeCloseTo(-3, 12);
  expect(sectors[1]!.regional).toBeCloseTo(20 * (1 - 0.4), 12); // doubled, against 40 %
});

it('gives a sector that is new to the region to the region', () => {
  const { sectors } = shiftShare(state([0, 5], [0, 10]), state([3, 5], [4, 12]))!;

  expect(sectors[0]).toEqual({ change: 3, national: 0, industry: 0, regional: 3 });
});

it('has nothing to split without a base', () => {
  expect(shiftShare(state([0], [0]), state([1], [2]))).toBeNull();
});

it('renews the rates at each step: first 10 % everywhere, then 50 %', () => {
  const states = [
    state([100, 0], [1000, 0]),
    state([110, 0], [1100, 0]),
    state([110, 55], [1100, 550]),
  ];

  // the second step: 50 % of 110 by the base, all of it taken back by the mix, 55 by the region
  const result = dynamicShiftShare(states)!;

  expect(result.national).toBeCloseTo(10 + 55, 12);
  expect(result.industry).toBeCloseTo(-55, 12);
  expect(result.regional).toBeCloseTo(55, 12);
  expect(result.change).toBe(65);
});

it('is the classic one for two dates', () => {
  expect(dynamicShiftShare([BEFORE, AFTER])).toEqual(shiftShare(BEFORE, AFTER));
});

it.each([
  ['a region beyond its base', state([5], [4]), state([1], [4])],
  ['other sectors', state([1], [4]), state([1, 1], [4, 4])],
  ['a negative amount', state([-1], [4]), state([1], [4])],
])('refuses %s', (_, before, after) => {
  expect(() => shiftShare(before, after)).toThrow(RangeError);
});

it('refuses a single date', () => {
  expect(() => dynamicShiftShare([BEFORE])).toThrow(RangeError);
});
