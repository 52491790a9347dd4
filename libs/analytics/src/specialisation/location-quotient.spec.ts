import {
  locationQuotient,
  logQuotient,
  quotientWithoutOwn,
  symmetricQuotient,
} from './location-quotient.js';

it("agrees with the textbook's region: 1,714 of 79,006 jobs, 879,213 of 15,593,224 in all", () => {
  const { lq, low, high } = locationQuotient({
    matching: 1714,
    all: 79006,
    baseMatching: 879213,
    baseAll: 15593224,
  });

  // numpy: lq * exp(z * sqrt(1/1714 - 1/79006 + 1/879213 - 1/15593224)), z = scipy norm.ppf(.975)
  expect(lq).toBeCloseTo(0.3847623423013281, 14);
  expect(low).toBeCloseTo(0.36714490918318177, 14);
  expect(high).toBeCloseTo(0.4032251472111272, 14);
});

it('is 2 where the share is twice that of the base', () => {
  const { lq } = locationQuotient({ matching: 10, all: 50, baseMatching: 100, baseAll: 1000 });

  expect(lq).toBe(2);
});

it('is exactly 1 where region and base are the same', () => {
  const { lq } = locationQuotient({ matching: 5, all: 10, baseMatching: 5, baseAll: 10 });

  expect(lq).toBe(1);
});

it('is 0 without an interval where nothing matches', () => {
  const counts = { matching: 0, all: 50, baseMatching: 100, baseAll: 1000 };

  expect(locationQuotient(counts)).toEqual({ lq: 0, low: null, high: null });
});

it.each([
  ['the region is empty', { matching: 0, all: 0, baseMatching: 100, baseAll: 1000 }],
  ['the base has none of the kind', { matching: 0, all: 50, baseMatching: 0, baseAll: 1000 }],
  ['there is nothing at all', { matching: 0, all: 0, baseMatching: 0, baseAll: 0 }],
])('is null where %s', (_, counts) => {
  expect(locationQuotient(counts)).toEqual({ lq: null, low: null, high: null });
});

it('has an interval of no width where everything matches', () => {
  const counts = { matching: 7, all: 7, baseMatching: 9, baseAll: 9 };

  expect(locationQuotient(counts)).toEqual({ lq: 1, low: 1, high: 1 });
});

it.each([
  { matching: 2, all: 1, baseMatching: 3, baseAll: 4 },
  { matching: 1, all: 2, baseMatching: 5, baseAll: 4 },
  { matching: -1, all: 2, baseMatching: 3, baseAll: 4 },
  { matching: NaN, all: 2, baseMatching: 3, baseAll: 4 },
])('refuses %j', (counts) => {
  expect(() => locationQuotient(counts)).toThrow(RangeError);
});

it("transforms the textbook's quotient", () => {
  // numpy: (lq - 1) / (lq + 1), log(lq) of 0.3847623423013281
  expect(symmetricQuotient(0.3847623423013281)).toBeCloseTo(-0.4442911530047909, 14);
  expect(logQuotient(0.3847623423013281)).toBeCloseTo(-0.9551294280217723, 14);
  expect(logQuotient(0)).toBeNull();
  expect(symmetricQuotient(0)).toBe(-1);
});

it('leaves the region out of the base: 10 of 50 against 90 of 950', () => {
  const counts = { matching: 10, all: 50, baseMatching: 100, baseAll: 1000 };

  expect(quotientWithoutOwn(counts)).toBeCloseTo(10 / 50 / (90 / 950), 14);
});

it.each([
  ['nobody else has any', { matching: 10, all: 50, baseMatching: 10, baseAll: 1000 }],
  ['the region is all', { matching: 10, all: 50, baseMatching: 10, baseAll: 50 }],
  ['the region is empty', { matching: 0, all: 0, baseMatching: 10, baseAll: 50 }],
])('has no quotient without the region itself where %s', (_, counts) => {
  expect(quotientWithoutOwn(counts)).toBeNull();
});

it('refuses to leave out a region that is not in the base', () => {
  const counts = { matching: 5, all: 10, baseMatching: 4, baseAll: 20 };

  expect(() => quotientWithoutOwn(counts)).toThrow(RangeError);
});
