import { cutHierarchy } from './cut-hierarchy.js';
import { buildDensityHierarchy } from './density-hierarchy.js';
import { selectClusters, type SelectionOptions } from './select-clusters.js';
import { spanWeight } from './span-weight.js';

const onLine = (...xs: number[]) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: null,
});
const plain = (column: ArrayLike<number>) => Array.from(column);
const labelsOf = (points: ReturnType<typeof onLine>, options: SelectionOptions) =>
  plain(selectClusters(buildDensityHierarchy(points, { minSamples: 1 }), options).labels);

it('finds two clusters and how well each point belongs to its own', () => {
  const hierarchy = buildDensityHierarchy(onLine(0, 1, 2, 10, 11, 12, 16), { minSamples: 1 });

  const found = selectClusters(hierarchy, { minClusterSize: 3 });

  expect(found.clusters).toBe(2);
  expect(plain(found.labels)).toEqual([0, 0, 0, 1, 1, 1, 1]);
  expect(plain(found.sizes)).toEqual([3, 4]);
  expect(found.noiseCount).toBe(0);
  expect(plain(found.probabilities)).toEqual([1, 1, 1, 1, 1, 1, 0.25]); // 16 leaves at 4, the others at 1
  expect(plain(found.outlierScores)).toEqual([0, 0, 0, 0, 0, 0, 0.75]);
  expect(plain(found.exits)).toEqual([1, 1, 1, 1, 1, 1, 4]);
  expect(found.stabilities).toEqual([2.625, 2.75]); // 3 (1 - 1/8); and 1/4 - 1/8 more
  expect(found.persistences).toEqual([0.875, 0.6875]); // by 3, and by 4
  expect(found.reaches).toEqual([8, 8]);
  expect(spanWeight(hierarchy)).toBe(16); // 1 + 1 + 8 + 1 + 1 + 4
});

it('counts the point itself among minSamples if asked to', () => {
  const points = onLine(0, 3, 4, 9);

  const without = buildDensityHierarchy(points, { minSamples: 1 });
  const withSelf = buildDensityHierarchy(points, { minSamples: 2, countsSelf: true });

  const cores = ({ squaredCores }: typeof without) => plain(squaredCores).sort((a, b) => a - b);
  expect(cores(without)).toEqual([1, 1, 9, 25]);
  expect(cores(withSelf)).toEqual([1, 1, 9, 25]);
});

describe('of two pairs 1.5 apart, and a third 16 from them', () => {
  const points = onLine(0, 1, 2.5, 3.5, 19.5, 20.5);

  // stability of the first four 4 (2/3 - 1/16) = 2.42; of their halves 2 x 2 (1 - 2/3) = 1.33
  it.each<[string, Partial<SelectionOptions>, number[]]>([
    ['the most stable are the four and the pair', {}, [0, 0, 0, 0, 1, 1]],
    ['the leaves are the pairs', { selection: 'leaf' }, [0, 0, 1, 1, 2, 2]],
    ['a greatest size of 3 leaves the pairs', { maxClusterSize: 3 }, [0, 0, 1, 1, 2, 2]],
    ['leaves below 1.4 stay', { selection: 'leaf', selectionEpsilon: 1.4 }, [0, 0, 1, 1, 2, 2]],
    ['leaves below 2 give way', { selection: 'leaf', selectionEpsilon: 2 }, [0, 0, 0, 0, 1, 1]],
    ['but not to the root', { selection: 'leaf', selectionEpsilon: 20 }, [0, 0, 0, 0, 1, 1]],
    [
      'unless it is allowed',
      { selection: 'leaf', selectionEpsilon: 20, allowSingleCluster: true },
      [0, 0, 0, 0, 0, 0],
    ],
    ['with a least size of 4 nothing splits off', { minClusterSize: 4 }, [-1, -1, -1, -1, -1, -1]],
  ])('%s', (_, options, expected) => {
    expect(labelsOf(points, { minClusterSize: 2, ...options })).toEqual(expected);
  });

  it('a cut joins what is within the reach', () => {
    const hierarchy = buildDensityHierarchy(points, { minSamples: 1 });

    expect(plain(cutHierarchy(hierarchy, 1.5).labels)).toEqual([0, 0, 0, 0, 1, 1]);
    expect(plain(cutHierarchy(hierarchy, 1.49).labels)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(cutHierarchy(hierarchy, 0.9)).toMatchObject({ clusters: 0, noiseCount: 6 });
  });
});

it('takes as the only cluster what stays to the greatest density, or to the epsilon', () => {
  const points = onLine(0, 1, 2, 3, 10);
  const only = { minClusterSize: 3, allowSingleCluster: true };

  expect(labelsOf(points, { minClusterSize: 3 })).toEqual([-1, -1, -1, -1, -1]);
  expect(labelsOf(points, only)).toEqual([0, 0, 0, 0, -1]);
  expect(labelsOf(points, { ...only, selectionEpsilon: 8 })).toEqual([0, 0, 0, 0, 0]);
});

describe('where four points share a place', () => {
  const points = onLine(0, 0, 0, 0, 1, 20, 21, 22);
  const hierarchy = buildDensityHierarchy(points, { minSamples: 2 });

  it('their density is infinite, and nothing else', () => {
    const found = selectClusters(hierarchy, { minClusterSize: 3 });

    expect(plain(found.labels)).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(plain(found.probabilities)).toEqual([1, 1, 1, 1, 0, 1, 1, 1]);
    expect(plain(found.outlierScores)).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
    expect(found.stabilities[0]).toBeNull();
    expect(found.stabilities[1]).toBeCloseTo(3 * (1 / 2 - 1 / 19), 14); // 20 and 22 have the core distance 2
    expect(found.persistences).toEqual([null, null]);
  });

  it('a scale bounds it', () => {
    const found = selectClusters(hierarchy, { minClusterSize: 3, minScale: 0.5 });

    expect(plain(found.probabilities)).toEqual([1, 1, 1, 1, 0.5, 1, 1, 1]);
    expect(found.stabilities[0]).toBeCloseTo(4 * (2 - 1 / 19) + (1 - 1 / 19), 14);
    expect(found.persistences[0]).toBeCloseTo((9 - 5 / 19) / (5 * 2), 14);
  });

  it('the spanning tree joins them without length', () => {
    expect(spanWeight(hierarchy)).toBe(0 + 0 + 0 + 1 + 19 + 2 + 2);
  });
});

it('keeps the points of a place together down to their core distance, not the last distance to others', () => {
  const weights = Float64Array.of(1, 3, 1, 1, 3, 1);
  const hierarchy = buildDensityHierarchy(
    { ...onLine(-5, 0, 5, 35, 40, 45), weights },
    { minSamples: 4 },
  );

  const { labels, probabilities, stabilities } = selectClusters(hierarchy, { minClusterSize: 3 });

  // a weight of 5 lies within 5 of 0 and 40, within 10 of the others
  expect(plain(hierarchy.squaredHeights)).toEqual([100, 100, 900]);
  expect(plain(labels)).toEqual([0, 0, 0, 1, 1, 1]);
  expect(plain(probabilities)).toEqual([0.5, 1, 0.5, 0.5, 1, 0.5]);
  expect(stabilities[0]).toBeCloseTo(3 * (1 / 5 - 1 / 30) + 2 * (1 / 10 - 1 / 30), 14);
  expect(spanWeight(hierarchy)).toBe(2 * 5 + 10 + 10 + 30 + 10 + 10 + 2 * 5);
});

it('finds noise only where there are fewer points than minSamples, and nothing among none', () => {
  const build = (...xs: number[]) => buildDensityHierarchy(onLine(...xs), { minSamples: 3 });
  const options = { minClusterSize: 2, allowSingleCluster: true };

  expect(selectClusters(build(1, 2, 3), options)).toMatchObject({ clusters: 0, noiseCount: 3 });
  expect(plain(selectClusters(build(1, 2, 3), options).outlierScores)).toEqual([0, 0, 0]);
  expect(spanWeight(build(1, 2, 3))).toBeNull();
  expect(cutHierarchy(build(1, 2, 3), 10)).toMatchObject({ clusters: 0, noiseCount: 3 });
  expect(selectClusters(build(), options)).toMatchObject({ clusters: 0, noiseCount: 0 });
  expect(selectClusters(build(7, 7, 7, 7), options)).toMatchObject({ clusters: 1, noiseCount: 0 });
});

it.each([
  [{ minClusterSize: 1 }],
  [{ minClusterSize: NaN }],
  [{ minClusterSize: 5, minScale: -1 }],
  [{ minClusterSize: 5, selectionEpsilon: Infinity }],
  [{ minClusterSize: 5, maxClusterSize: 0 }],
])('refuses %j', (options) => {
  const hierarchy = buildDensityHierarchy(onLine(0, 1, 2), { minSamples: 1 });

  expect(() => selectClusters(hierarchy, options)).toThrow(RangeError);
});

it('refuses minSamples below 1, a cut at 0 and a point without a place', () => {
  expect(() => buildDensityHierarchy(onLine(0, 1), { minSamples: 0 })).toThrow(RangeError);
  expect(() => buildDensityHierarchy(onLine(0, NaN), { minSamples: 1 })).toThrow(RangeError);
  const hierarchy = buildDensityHierarchy(onLine(0, 1), { minSamples: 1 });
  expect(() => cutHierarchy(hierarchy, 0)).toThrow(RangeError);
});
