import { clusterPoints, type ClusterMethod } from '../../density-clusters/cluster-points.js';
import { clusterWindows } from './cluster-windows.js';

const windowsOf = (xs: readonly number[], method: ClusterMethod) => {
  const points = { xs: Float64Array.from(xs), ys: new Float64Array(xs.length), weights: null };
  const places = [...new Set(xs)];
  const sites = Uint32Array.from(xs, (x) => places.indexOf(x));
  const windows = clusterWindows(clusterPoints(points, method), sites, method);
  return [...windows].map(({ cluster, cores, reach }) => ({
    ...{ cluster, reach },
    xs: [...cores].map((site) => places[site]!),
  }));
};

it('looks around the cores of a cluster of DBSCAN, each place once', () => {
  const method = { method: 'dbscan', eps: 1, minPoints: 3 } as const;

  expect(windowsOf([0, 1, 1, 2, 9], method)).toEqual([{ cluster: 0, reach: 1, xs: [0, 1, 2] }]);
});

it('looks around all of a cluster of HDBSCAN*, then around the denser halves of it, by hand', () => {
  const sizes = { minClusterSize: 2, minSamples: 1, selectionEpsilon: 0 };
  const method = { method: 'hdbscan', selection: 'eom', ...sizes } as const;

  // 0 to 7: steps of 1, 2 and 4, so that two stay up to 1, three to 2; 71 and 72 begin a cluster 64 away
  expect(windowsOf([0, 1, 3, 7, 71, 72], method)).toEqual([
    { cluster: 0, reach: 64, xs: [0, 1, 3, 7] },
    { cluster: 0, reach: 1, xs: [0, 1] },
    { cluster: 1, reach: 64, xs: [71, 72] },
  ]);
});
