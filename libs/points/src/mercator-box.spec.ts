import { degreeBox, isInBox, NOWHERE, overlap, tileBox } from './mercator-box.js';

describe('tileBox', () => {
  it('is the world at zoom 0, and a quarter of a quarter at zoom 2', () => {
    expect(tileBox({ z: 0, x: 0, y: 0 })).toEqual({
      west: 0,
      north: 0,
      east: 4_294_967_295,
      south: 4_294_967_295,
    });
    expect(tileBox({ z: 2, x: 1, y: 2 })).toEqual({
      west: 1_073_741_824,
      north: 2_147_483_648,
      east: 2_147_483_647,
      south: 3_221_225_471,
    });
  });

  it('grows by the buffer, but not beyond the world', () => {
    expect(tileBox({ z: 2, x: 0, y: 2 }, 1 / 64)).toEqual({
      west: 0,
      north: 2_147_483_648 - 16_777_216,
      east: 1_073_741_823 + 16_777_216,
      south: 3_221_225_471 + 16_777_216,
    });
  });

  it.each([
    { z: -1, x: 0, y: 0 },
    { z: 33, x: 0, y: 0 },
    { z: 1, x: 2, y: 0 },
    { z: 1, x: 0, y: -1 },
    { z: 1, x: 0.5, y: 0 },
    { z: NaN, x: 0, y: 0 },
  ])('refuses %j', (tile) => {
    expect(() => tileBox(tile)).toThrow(RangeError);
  });
});

describe('degreeBox', () => {
  it('puts the north-western quarter of the world where tile 1/0/0 is, edge included', () => {
    expect(degreeBox([-180, 0, 0, 90])).toEqual({
      west: 0,
      north: 0,
      east: 2_147_483_648,
      south: 2_147_483_648,
    });
  });

  it.each([[[1, 0, -1, 2]], [[0, 2, 1, 1]], [[NaN, 0, 1, 1]]] as const)('refuses %j', (box) => {
    expect(() => degreeBox(box)).toThrow(RangeError);
  });
});

it('overlaps where both boxes are, and everywhere is no limit', () => {
  const box = { west: 10, north: 20, east: 30, south: 40 };

  expect(overlap(box, { west: 0, north: 25, east: 15, south: 99 })).toEqual({
    west: 10,
    north: 25,
    east: 15,
    south: 40,
  });
  expect(overlap(box, null)).toBe(box);
  expect(overlap(null, null)).toBeNull();
});

it('holds its edges, and nowhere holds nothing', () => {
  const box = { west: 10, north: 20, east: 30, south: 40 };

  expect([isInBox(box, 10, 40), isInBox(box, 30, 20), isInBox(box, 9, 40)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isInBox(NOWHERE, 0, 0)).toBe(false);
});
