import { clusterReaches } from './cluster-reaches.js';
import { optics } from './optics.js';
import { pointReachability } from './point-reachability.js';
import { xiClusters } from './xi-clusters.js';

const onLine = (xs: number[], weights: number[] | null = null) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: weights && Float64Array.from(weights),
});
const plain = (column: ArrayLike<number>) => Array.from(column);

// by two points their reachability is ∞ 1 1 1, then 17 4 4 4
const TWO_GROUPS = [0, 1, 2, 3, 20, 24, 28, 32];

it('finds the valleys of groups of different density', () => {
  const order = optics(onLine(TWO_GROUPS), { minPoints: 2 });

  const { clusters, labels, sizes, noiseCount } = xiClusters(order, { minClusterSize: 3 });

  expect(clusters).toBe(2);
  expect(plain(labels)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  expect(plain(sizes)).toEqual([4, 4]);
  expect(noiseCount).toBe(0);
});

it('tells how far clusters reach within', () => {
  const order = optics(onLine(TWO_GROUPS), { minPoints: 2 });
  const found = xiClusters(order, { minClusterSize: 3 });

  expect(plain(clusterReaches(pointReachability(order), found))).toEqual([1, 4]);
});

it('takes the innermost valleys that are large enough', () => {
  const order = optics(onLine(TWO_GROUPS), { minPoints: 2 });

  expect(plain(xiClusters(order, { minClusterSize: 5 }).labels)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it('gives up the last bars where nothing of the valley reached them', () => {
  // reachability ∞ 1 1, then 8 reached from 2, 1 1, then 9 reached from 0
  const points = { xs: Float64Array.of(0, 1, 2, 10, 11, 12, -9), ys: new Float64Array(7) };
  const order = optics({ ...points, weights: null }, { minPoints: 2, ties: 'row' });

  const { labels } = xiClusters(order);

  expect(plain(labels)).toEqual([0, 0, 0, 1, 1, 1, -1]);
});

it('finds no valley where the sides are less steep than asked for', () => {
  // reachability ∞ 4 5 5: only the way in and out is steep at 0.3
  const order = optics(onLine([0, 4, 9, 14]), { minPoints: 2 });

  expect(xiClusters(order, { xi: 0.3 }).sizes).toEqual(Uint32Array.of(4));
});

it('finds a place of enough weight to be a cluster by itself', () => {
  // reachability ∞ 10 10 10, then 10 and four times 0 at the heavy place, then 10 10 10 10
  const points = onLine([0, 10, 20, 30, 40, 50, 60, 70, 80], [1, 1, 1, 1, 5, 1, 1, 1, 1]);

  const { labels } = xiClusters(optics(points, { minPoints: 2 }));

  expect(plain(labels)).toEqual([-1, -1, -1, -1, 0, -1, -1, -1, -1]);
});

it.each([[{ xi: 0 }], [{ xi: 1 }], [{ xi: NaN }], [{ minClusterSize: 0 }]])(
  'refuses %j',
  (options) => {
    const order = optics(onLine([0, 1]), { minPoints: 2 });

    expect(() => xiClusters(order, options)).toThrow(RangeError);
  },
);

it('finds nothing among no points, and among points all in one place their one cluster', () => {
  expect(xiClusters(optics(onLine([]), { minPoints: 2 })).clusters).toBe(0);
  expect(plain(xiClusters(optics(onLine([3, 3, 3]), { minPoints: 2 })).labels)).toEqual([0, 0, 0]);
});
