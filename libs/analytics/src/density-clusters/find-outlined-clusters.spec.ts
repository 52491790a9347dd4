import { findOutlinedClusters } from './find-outlined-clusters.js';

/** Four corners of a square of side 1 in two towns 100 apart, and one point alone. */
const TOWNS = {
  xs: Float64Array.of(0, 1, 0, 1, 100, 101, 100, 101, 50),
  ys: Float64Array.of(0, 0, 1, 1, 0, 0, 1, 1, 50),
  weights: null,
};

it('finds the same two towns by either method, each with its outline', () => {
  const byReach = findOutlinedClusters(TOWNS, { method: 'dbscan', eps: 2, minPoints: 3 });
  const byHierarchy = findOutlinedClusters(TOWNS, {
    method: 'hdbscan',
    minClusterSize: 3,
    minSamples: 2,
    selection: 'eom',
    selectionEpsilon: 0,
  });

  for (const { labels, coreCount, noiseCount, outlines } of [byReach, byHierarchy]) {
    expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, -1]);
    expect({ coreCount, noiseCount }).toEqual({ coreCount: 8, noiseCount: 1 });
    expect(outlines.map(({ size }) => size)).toEqual([4, 4]);
  }
});

it('draws the outline with half of the reach around the cores', () => {
  const [outline] = findOutlinedClusters(TOWNS, {
    method: 'dbscan',
    eps: 2,
    minPoints: 3,
  }).outlines;

  // a square of side 1 with 1 around it: 1 + 4 sides of 1 by 1 + the circle of radius 1
  expect(outline!.areaKm2 * 1e6).toBeCloseTo(1 + 4 + Math.PI, 1);
  expect(outline).toMatchObject({ alpha: 2, buffer: 1 });
});

it('knows probabilities of HDBSCAN* only', () => {
  const options = { minClusterSize: 3, minSamples: 2, selectionEpsilon: 0 } as const;

  expect(
    findOutlinedClusters(TOWNS, { method: 'dbscan', eps: 2, minPoints: 3 }).probabilities,
  ).toBeNull();
  expect([
    ...findOutlinedClusters(TOWNS, { method: 'hdbscan', selection: 'leaf', ...options })
      .probabilities!,
  ]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
});

it('finds nothing in nothing', () => {
  const nothing = { xs: new Float64Array(), ys: new Float64Array(), weights: null };

  expect(findOutlinedClusters(nothing, { method: 'dbscan', eps: 2, minPoints: 3 })).toMatchObject({
    clusters: 0,
    outlines: [],
  });
});
