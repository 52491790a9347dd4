import { collapseSites } from './collapse-sites.js';

const plain = (column: ArrayLike<number>) => Array.from(column);

it('merges points at one place and lists its members, in rows, by x, then y', () => {
  const points = {
    xs: Float64Array.of(5, 1, 5, 2, 1, 5),
    ys: Float64Array.of(0, 9, 0, 3, 0, 2),
    weights: Float64Array.of(1, 2, 10, 3, 4, 0.5),
  };

  const sites = collapseSites(points, 4);

  expect(plain(sites.xs)).toEqual([1, 2, 5, 5, 1]); // rows from 0, 4 and 8
  expect(plain(sites.ys)).toEqual([0, 3, 0, 2, 9]);
  expect(plain(sites.weights)).toEqual([4, 3, 11, 0.5, 2]);
  expect(plain(sites.starts)).toEqual([0, 1, 2, 4, 5, 6]);
  expect(plain(sites.members)).toEqual([4, 3, 0, 2, 5, 1]);
});

it('weighs a site by its points where no weights are given', () => {
  const points = { xs: Float64Array.of(1, 0, 1), ys: Float64Array.of(0, -0, 0), weights: null };

  expect(plain(collapseSites(points, 1).weights)).toEqual([1, 2]);
});

it('takes -0 for 0', () => {
  const points = { xs: Float64Array.of(0, -0), ys: Float64Array.of(-0, 0), weights: null };

  expect(plain(collapseSites(points, 1).members)).toEqual([0, 1]);
  expect(collapseSites(points, 1).xs).toHaveLength(1);
});

it('adds the weights of a site to the same sum in any order', () => {
  const weights = [0.1, 0.7, 1e16, 0.2, 0.3];
  const sumOf = (given: number[]) =>
    collapseSites(
      { xs: new Float64Array(5), ys: new Float64Array(5), weights: Float64Array.from(given) },
      1,
    ).weights[0];

  expect(sumOf([...weights].reverse())).toBe(sumOf(weights));
});

it('orders points that are far closer together than the extent is wide, few and many', () => {
  const count = 300;
  const xs = Float64Array.from({ length: count }, (_, i) => ((i * 7) % 100) * 1e-9);
  const ys = Float64Array.from({ length: count }, (_, i) => (i * 11) % 3);
  xs[0] = 1e6;

  const sites = collapseSites({ xs, ys, weights: null }, 10);

  const expected = plain(xs)
    .map((x, i) => [x, ys[i]!] as const)
    .sort(([x, y], [otherX, otherY]) => x - otherX || y - otherY);
  expect(plain(sites.members).map((i) => [xs[i], ys[i]])).toEqual(expected);
});

it('finds no sites among no points', () => {
  const none = { xs: new Float64Array(), ys: new Float64Array(), weights: null };

  expect(plain(collapseSites(none, 1).starts)).toEqual([0]);
});

it.each([
  ['a coordinate that is no number', [NaN], [0], null],
  ['an infinite coordinate', [0], [Infinity], null],
  ['a negative weight', [0], [0], [-1]],
  ['a weight that is no number', [0], [0], [NaN]],
  ['arrays of different length', [0, 1], [0], null],
  ['an extent that is no number', [-1e308, 1e308], [0, 0], null],
  ['too many rows', [0, 0], [0, 1e10], null],
])('refuses %s', (_, xs, ys, weights) => {
  const points = {
    xs: Float64Array.from(xs),
    ys: Float64Array.from(ys),
    weights: weights && Float64Array.from(weights),
  };

  expect(() => collapseSites(points, 1)).toThrow(RangeError);
});
