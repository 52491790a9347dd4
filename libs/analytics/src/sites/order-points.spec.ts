import { randomNumber } from '../random/random-number.js';
import { orderPoints, rowOf } from './order-points.js';

const draw = (simulation: number, draw: number) => randomNumber({ seed: 11, simulation, draw });

/** Numbers of points, and the place of each by two random numbers from 0 to 1. */
const CASES: [string, number, (u: number, v: number) => [number, number]][] = [
  ['few', 20, (u, v) => [u, 10 * v]],
  ['many, evenly', 5000, (u, v) => [1000 * u, 1000 * v]],
  ['in one row', 3000, (u, v) => [u, v / 2]],
  ['in one column', 3000, (_, v) => [7, 1000 * v]],
  ['at few places', 3000, (u, v) => [Math.floor(5 * u), Math.floor(5 * v)]],
  ['all in one place but for one', 2000, (u) => (u < 0.0005 ? [9e8, 9e8] : [3, 4])],
  ['in clumps of clumps', 3000, (u, v) => [1000 * u ** 40, 1000 * v ** 40]],
  ['closer and closer together', 3000, (u, v) => [2 ** (-1000 * u), 2 ** (-40 * v)]],
  ['at the smallest numbers there are', 100, (u, v) => [u * 1e-322, v * 1e-322]],
  ['in far more rows than points', 500, (u, v) => [u, 1e8 * v]],
];

it.each(CASES)('orders points by row, x, y and number: %s', (_, count, place) => {
  const places = Array.from({ length: count }, (_, i) => place(draw(0, i), draw(1, i)));
  const xs = Float64Array.from(places, ([x]) => x);
  const ys = Float64Array.from(places, ([, y]) => y);
  const rows = { lowest: Math.min(...ys), rowHeight: 1 };

  const ordered = orderPoints({ xs, ys }, rows.rowHeight);

  const byComparison = places
    .map((_, i) => i)
    .sort(
      (a, b) =>
        rowOf(ys[a]!, rows) - rowOf(ys[b]!, rows) || xs[a]! - xs[b]! || ys[a]! - ys[b]! || a - b,
    );
  expect([...ordered.members]).toEqual(byComparison);
  expect([...ordered.xs]).toEqual(byComparison.map((i) => xs[i]));
  expect([...ordered.ys]).toEqual(byComparison.map((i) => ys[i]));
});

it('refuses an extent that is no number', () => {
  const ys = Float64Array.of(-1e308, 1e308);

  expect(() => orderPoints({ xs: new Float64Array(2), ys }, Infinity)).toThrow(RangeError);
});
