import { rankReversals } from './rank-reversals.js';

it('finds the pairs that change places, and within which radii', () => {
  const values = [
    ...[9, 20, 50], // first at 250 m, then behind the second
    ...[5, 30, 60],
    ...[1, 2, 3], // always last
  ];

  const { ranks, reversals, compared } = rankReversals({ values, radii: 3 });

  expect([...ranks]).toEqual([1, 2, 2, 2, 1, 1, 3, 3, 3]);
  expect(reversals).toEqual([{ ahead: 0, behind: 1, from: 0, to: 1 }]);
  expect(compared).toBe(3);
});

it('takes no tie for a change of places, but sees through it', () => {
  const values = [
    ...[5, 5, 9], // tied, tied, ahead of the second
    ...[5, 5, 8],
    ...[6, 5, 7], // ahead, tied, behind
  ];

  const { ranks, reversals } = rankReversals({ values, radii: 3 });

  expect([...ranks]).toEqual([2, 1, 1, 2, 1, 2, 1, 1, 3]);
  expect(reversals).toEqual([
    { ahead: 2, behind: 0, from: 0, to: 2 },
    { ahead: 2, behind: 1, from: 0, to: 2 },
  ]);
});

it('compares nothing where all are equal, or where there is one place or none', () => {
  expect(rankReversals({ values: [4, 4], radii: 1 })).toMatchObject({ reversals: [], compared: 0 });
  expect(rankReversals({ values: [4, 7], radii: 2 }).compared).toBe(0);
  expect(rankReversals({ values: [], radii: 4 }).compared).toBe(0);
  expect(() => rankReversals({ values: [1, 2, 3], radii: 2 })).toThrow(RangeError);
});
