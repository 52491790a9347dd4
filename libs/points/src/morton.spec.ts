import { compareMorton, mortonHigh, mortonLow } from './morton.js';

it('takes the bits of y and x by turns, y first', () => {
  const x = 0b1000_0000_0000_0001_0000_0000_0000_0011;
  const y = 0b0000_0000_0000_0001_0000_0000_0000_0010;

  expect(mortonHigh(x, y)).toBe(0b0100_0000_0000_0000_0000_0000_0000_0011);
  expect(mortonLow(x, y)).toBe(0b1101);
});

it('fills 32 bits', () => {
  expect(mortonHigh(2 ** 32 - 1, 2 ** 32 - 1)).toBe(2 ** 32 - 1);
  expect(mortonLow(2 ** 32 - 1, 0)).toBe(0x55555555);
});

it('compares points as their codes compare', () => {
  const coordinates = [0, 1, 2, 3, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
  const points = coordinates.flatMap((x) => coordinates.map((y) => ({ x, y })));
  const byCode = points.toSorted(
    (a, b) =>
      mortonHigh(a.x, a.y) - mortonHigh(b.x, b.y) || mortonLow(a.x, a.y) - mortonLow(b.x, b.y),
  );

  expect(points.toSorted(compareMorton)).toEqual(byCode);
  expect(compareMorton({ x: 7, y: 2 ** 32 - 1 }, { x: 7, y: 2 ** 32 - 1 })).toBe(0);
});
