import type { LabelPolicy } from './border-search.js';
import { dbscan, POINT_KINDS } from './dbscan.js';

const onLine = (...xs: number[]) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: null,
});
const plain = (column: ArrayLike<number>) => Array.from(column);

it('finds cores, border and noise, a distance of exactly eps included', () => {
  const { clusters, labels, kinds, sizes, coreCount, noiseCount } = dbscan(
    onLine(0, 1, 2, 3, 10, 11, 12, 20),
    { eps: 1, minPoints: 3 },
  );

  expect(clusters).toBe(2);
  expect(plain(labels)).toEqual([0, 0, 0, 0, 1, 1, 1, -1]);
  expect(plain(kinds).map((kind) => POINT_KINDS[kind])).toEqual([
    'border',
    'core',
    'core',
    'border',
    'border',
    'core',
    'border',
    'noise',
  ]);
  expect(plain(sizes)).toEqual([4, 3]);
  expect([coreCount, noiseCount]).toEqual([3, 1]);
});

// 1.4 is no core; it has the core 0.5 on its left (0.9 away) and 2.25 on its right (0.85 away)
const BETWEEN = onLine(2.25, 2.6, 2.7, 2.8, 1.4, 0, 0.1, 0.2, 0.5);

it.each<[LabelPolicy, number[]]>([
  ['nearest', [1, 1, 1, 1, 1, 0, 0, 0, 0]],
  ['postgis', [1, 1, 1, 1, 0, 0, 0, 0, 0]],
  ['star', [1, 1, 1, 1, -1, 0, 0, 0, 0]],
  ['sklearn', [0, 0, 0, 0, 0, 1, 1, 1, 1]],
])('labels a border point between two clusters by the policy %s', (labels, expected) => {
  expect(plain(dbscan(BETWEEN, { eps: 1, minPoints: 4, labels }).labels)).toEqual(expected);
});

it('weighs points: a place with the weight of minPoints is a cluster by itself', () => {
  const points = { ...onLine(0, 5, 6), weights: Float64Array.of(3, 2, 0.5) };

  expect(plain(dbscan(points, { eps: 1, minPoints: 3 }).labels)).toEqual([0, -1, -1]);
  expect(plain(dbscan(points, { eps: 1, minPoints: 2.5 }).labels)).toEqual([0, 1, 1]);
});

it('counts points, not places', () => {
  const { clusters, sizes, coreCount } = dbscan(onLine(7, 7, 7, 7), { eps: 0.5, minPoints: 4 });

  expect({ clusters, sizes: plain(sizes), coreCount }).toEqual({
    clusters: 1,
    sizes: [4],
    coreCount: 4,
  });
});

it('knows no noise with one point as the minimum, and finds nothing among no points', () => {
  expect(plain(dbscan(onLine(9, 0), { eps: 1, minPoints: 1 }).labels)).toEqual([1, 0]);
  expect(dbscan(onLine(), { eps: 1, minPoints: 1 })).toMatchObject({ clusters: 0, noiseCount: 0 });
  expect(dbscan(onLine(3), { eps: 1, minPoints: 2 })).toMatchObject({ clusters: 0, noiseCount: 1 });
});

it('tells two dense cells apart that are just out of reach of each other, without every pair', () => {
  const perArc = 50_000; // on two arcs around one centre: 2.5 thousand million pairs, a minute's work
  const arcs = (gap: number) => ({
    xs: Float64Array.from({ length: 2 * perArc }, (_, i) => {
      const radius = i < perArc ? 0.5 : 0.5 + gap;
      return radius * Math.cos(((i % perArc) / perArc - 0.5) * 0.6);
    }),
    ys: Float64Array.from({ length: 2 * perArc }, (_, i) => {
      const radius = i < perArc ? 0.5 : 0.5 + gap;
      return radius * Math.sin(((i % perArc) / perArc - 0.5) * 0.6);
    }),
    weights: null,
  });

  expect(dbscan(arcs(1.000001), { eps: 1, minPoints: 5 }).clusters).toBe(2);
  expect(dbscan(arcs(0.999999), { eps: 1, minPoints: 5 }).clusters).toBe(1);
});

it.each([
  [{ eps: 0, minPoints: 5 }],
  [{ eps: -1, minPoints: 5 }],
  [{ eps: NaN, minPoints: 5 }],
  [{ eps: Infinity, minPoints: 5 }],
  [{ eps: 1, minPoints: 0.5 }],
  [{ eps: 1, minPoints: NaN }],
  [{ eps: 1e-12, minPoints: 1 }],
])('refuses %j', (options) => {
  expect(() => dbscan(onLine(0, 1), options)).toThrow(RangeError);
});

it('refuses a point without a place and a negative weight', () => {
  expect(() => dbscan(onLine(0, NaN), { eps: 1, minPoints: 1 })).toThrow(RangeError);
  expect(() =>
    dbscan({ ...onLine(0), weights: Float64Array.of(-1) }, { eps: 1, minPoints: 1 }),
  ).toThrow(RangeError);
});
