import { collapseSites } from '../sites/collapse-sites.js';
import { orderedSites } from './ordered-sites.js';

const points = {
  xs: Float64Array.of(3, 1, 1, 2, 1),
  ys: Float64Array.of(0, 0, 0.5, 5, 0),
  weights: Float64Array.of(1, 2, 3, 4, 5),
};

it('merges and orders points, and leaves sites that are in order as they are', () => {
  const { xs, ys, weights } = collapseSites(points, 1);

  const sites = orderedSites(points, 1);
  const again = orderedSites({ xs, ys, weights }, 1);

  expect([...sites.xs]).toEqual([1, 1, 3, 2]);
  expect([...sites.weights]).toEqual([7, 3, 1, 4]);
  expect(again.xs).toBe(xs);
});

it.each([
  ['out of order', [2, 1], [0, 0], [1, 1]],
  ['in rows of another height', [1, 0], [0, 0.7], [1, 1]],
])('orders sites that are %s', (_, xs, ys, weights) => {
  const column = (values: number[]) => Float64Array.from(values);

  const sites = orderedSites({ xs: column(xs), ys: column(ys), weights: column(weights) }, 1);

  expect([...sites.xs]).toEqual([...xs].sort());
});

it.each([
  [NaN, 0, 1],
  [0, 0, -1],
  [0, 0, NaN],
])('refuses a site at %d, %d of weight %d', (x, y, weight) => {
  const site = { xs: Float64Array.of(x), ys: Float64Array.of(y), weights: Float64Array.of(weight) };

  expect(() => orderedSites(site, 1)).toThrow(RangeError);
});
