import { cutOrder } from './cut-order.js';
import { optics } from './optics.js';
import { pointReachability } from './point-reachability.js';

const onLine = (...xs: number[]) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: null,
});
const plain = (column: ArrayLike<number>) => Array.from(column);

it('goes to the nearest within reach, and keeps the point itself in its core distance', () => {
  const { sites, reachabilities, coreDistances, predecessors } = optics(onLine(0, 1, 3, 10, 12), {
    minPoints: 2,
    maxEps: 5,
  });

  expect(plain(sites)).toEqual([0, 1, 2, 3, 4]);
  expect(plain(reachabilities)).toEqual([Infinity, 1, 2, Infinity, 2]);
  expect(plain(coreDistances)).toEqual([1, 1, 2, 2, 2]);
  expect(plain(predecessors)).toEqual([-1, 0, 1, -1, 3]);
});

it('counts a distance of exactly the greatest, and has no core distance beyond it', () => {
  const points = onLine(0, 5, 10.5);

  const { reachabilities, coreDistances } = optics(points, { minPoints: 2, maxEps: 5 });

  expect(plain(reachabilities)).toEqual([Infinity, 5, Infinity]);
  expect(plain(coreDistances)).toEqual([5, 5, Infinity]);
});

it('takes of two as far the one of the least place, or the first row', () => {
  const points = onLine(1, 2, 0);

  // all have the core distance 1 but the ends, from where two others are within 2
  const byPlace = pointReachability(optics(points, { minPoints: 3, ties: 'place' }));
  const byRow = pointReachability(optics(points, { minPoints: 3, ties: 'row' }));

  expect(plain(byPlace.orders)).toEqual([1, 2, 0]);
  expect(plain(byPlace.reachabilities)).toEqual([2, 1, Infinity]);
  expect(plain(byRow.orders)).toEqual([0, 1, 2]);
  expect(plain(byRow.reachabilities)).toEqual([Infinity, 1, 1]);
});

it('keeps the points at one place together, at most their core distance apart', () => {
  const points = onLine(4, 0, 4, 4, 7);

  const { orders, reachabilities, coreDistances } = pointReachability(
    optics(points, { minPoints: 3 }),
  );

  expect(plain(orders)).toEqual([1, 0, 2, 3, 4]);
  expect(plain(reachabilities)).toEqual([4, Infinity, 0, 0, 3]);
  expect(plain(coreDistances)).toEqual([0, 4, 0, 0, 3]);
});

it('cuts at a distance as DBSCAN, but for a border point ahead of its cores', () => {
  const order = optics(onLine(0, 1, 2, 3, 10, 11, 12, 20), { minPoints: 3 });

  const { clusters, labels, kinds, sizes, coreCount, noiseCount } = cutOrder(order, 1);

  expect(clusters).toBe(2);
  expect(plain(labels)).toEqual([-1, 0, 0, 0, -1, 1, 1, -1]);
  expect(plain(kinds)).toEqual([0, 2, 2, 1, 0, 2, 1, 0]);
  expect(plain(sizes)).toEqual([3, 2]);
  expect([coreCount, noiseCount]).toEqual([3, 3]);
});

it('orders one point, none, and some that together are too few', () => {
  expect(plain(optics(onLine(), { minPoints: 1 }).sites)).toEqual([]);
  expect(plain(optics(onLine(7), { minPoints: 1 }).coreDistances)).toEqual([0]);
  const { reachabilities, coreDistances } = optics(onLine(1, 2), { minPoints: 3 });
  expect(plain(reachabilities)).toEqual([Infinity, Infinity]);
  expect(plain(coreDistances)).toEqual([Infinity, Infinity]);
});

it.each([
  [{ minPoints: 0.5 }],
  [{ minPoints: NaN }],
  [{ minPoints: 2, maxEps: 0 }],
  [{ minPoints: 2, maxEps: NaN }],
])('refuses %j', (options) => {
  expect(() => optics(onLine(0, 1), options)).toThrow(RangeError);
});

it('refuses a point without a place, and to cut beyond the reach of the order', () => {
  expect(() => optics(onLine(0, NaN), { minPoints: 2 })).toThrow(RangeError);
  const order = optics(onLine(0, 1), { minPoints: 2, maxEps: 3 });
  for (const eps of [0, NaN, 3.5]) expect(() => cutOrder(order, eps)).toThrow(RangeError);
});
