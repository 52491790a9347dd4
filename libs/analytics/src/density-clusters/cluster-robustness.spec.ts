import { clusterPoints, type ClusterMethod } from './cluster-points.js';
import { clusterRobustness } from './cluster-robustness.js';

const dbscan = (eps: number, minPoints = 2): ClusterMethod => ({
  method: 'dbscan',
  eps,
  minPoints,
});

/** Steps of 1 between four points, then of 3 between another four, then 10 to a pair. */
const LINE = {
  xs: Float64Array.of(0, 1, 2, 3, 6, 9, 12, 22, 23),
  ys: new Float64Array(9),
  weights: null,
};

it('is the share of choices that find at least half of a cluster, by hand', () => {
  const found = clusterPoints(LINE, dbscan(1));

  // eps 1 finds {0..3} and {22, 23}; eps 3 finds {0..12}, of which 4 / 7 are in common; eps 10 all 9
  expect(clusterRobustness(LINE, found, [dbscan(1), dbscan(3), dbscan(10), dbscan(1, 3)])).toEqual([
    3 / 4,
    2 / 4,
  ]);
});

it('knows nothing without other choices', () => {
  expect(clusterRobustness(LINE, clusterPoints(LINE, dbscan(1)), [])).toEqual([null, null]);
});
