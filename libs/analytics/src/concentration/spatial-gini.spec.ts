import { spatialGini, type NeighbourLists } from './spatial-gini.js';

const lists = (...neighbours: number[][]): NeighbourLists => ({
  starts: Uint32Array.from([
    0,
    ...neighbours.map((_, i) => neighbours.slice(0, i + 1).flat().length),
  ]),
  neighbours: Uint32Array.from(neighbours.flat()),
});

// pairs of (1, 2, 4, 9): 1 3 8 2 7 5, sum 26, twice 52; neighbours 0-1 and 2-3: twice 1 + 5
const FOUR = Float64Array.of(1, 2, 4, 9);
const TWO_PAIRS = lists([1], [0], [3], [2]);

it('splits the differences of pairs', () => {
  const result = spatialGini(FOUR, TWO_PAIRS, { seed: 1, permutations: 0 })!;

  expect(result).toMatchObject({ neighbourDifferences: 12, otherDifferences: 40, inference: null });
  expect(result.gini).toBeCloseTo(26 / (4 * 16), 15);
  expect(result.neighbourGini).toBeCloseTo(6 / 64, 15);
  expect(result.otherGini).toBeCloseTo(20 / 64, 15);
});

it('finds neighbours more alike than in two of three pairings', () => {
  const { inference } = spatialGini(FOUR, TWO_PAIRS, { seed: 1, permutations: 9999 })!;

  // the pairings leave 40, 32 and 32 to others, each with the probability 1/3
  expect(Math.abs(inference!.mean - 104 / 3)).toBeLessThan(0.12);
  expect(Math.abs(inference!.pGreater - 1 / 3)).toBeLessThan(0.015);
  expect(inference!.deviation).toBeCloseTo((2 * Math.sqrt(32)) / 3, 1);
});

it('gives the same for the same seed', () => {
  const run = (seed: number) => spatialGini(FOUR, TWO_PAIRS, { seed, permutations: 99 });

  expect(run(3)).toEqual(run(3));
  expect(run(3)).not.toEqual(run(4));
});

it('knows no deviation where all are alike or nobody has neighbours', () => {
  const alike = spatialGini(Float64Array.of(2, 2), lists([1], [0]), { seed: 1, permutations: 9 });
  const alone = spatialGini(Float64Array.of(2, 4), lists([], []), { seed: 1, permutations: 9 });

  expect(alike!.inference).toMatchObject({ deviation: null, z: null, p: 1 });
  expect(alone).toMatchObject({ neighbourDifferences: 0, otherDifferences: 4 });
  expect(alone!.inference).toMatchObject({ deviation: null, z: null, p: 1 });
});

it('is null of nothing', () => {
  expect(spatialGini(new Float64Array(2), lists([1], [0]), { seed: 1 })).toBeNull();
  expect(spatialGini(new Float64Array(), lists(), { seed: 1 })).toBeNull();
});

it.each([
  ['one list too few', lists([1])],
  ['a neighbour that is not there', lists([2], [])],
  ['itself as a neighbour', lists([0], [])],
  ['a neighbour that does not know of it', lists([1], [])],
  ['a neighbour twice', lists([1, 1], [0, 0])],
])('refuses %s', (_, neighbours) => {
  expect(() => spatialGini(Float64Array.of(1, 2), neighbours, { seed: 1 })).toThrow(RangeError);
});
