import { randomNumber } from '../../random/random-number.js';
import { largestRatios } from './cluster-labellings.js';
import { studyClusters } from './cluster-study.js';
import { testClusters } from './cluster-test.js';

const SIDE = 20;
const METHOD = { method: 'dbscan' as const, eps: 1, minPoints: 4 };
const RULE = { reference: 1, method: METHOD };
const SIZES = { minClusterSize: 5, minSamples: 4, selectionEpsilon: 0 };
const HIERARCHY = { method: 'hdbscan' as const, selection: 'eom' as const, ...SIZES };
const CELLS = Array.from({ length: SIDE * SIDE }, (_, i) => ({
  x: i % SIDE,
  y: Math.floor(i / SIDE),
}));

/** A town of 400 points on a lattice, and another of 400 points in one place far away. */
function towns(isOfKind: (at: { x: number; y: number }, i: number) => boolean) {
  const all = [...CELLS, ...CELLS.map(() => ({ x: 1000, y: 1000 }))];
  return {
    xs: Float64Array.from(all, ({ x }) => x),
    ys: Float64Array.from(all, ({ y }) => y),
    weights: null,
    types: all.map((at, i) => (isOfKind(at, i) ? 1 : 0)),
  };
}

/** Every tenth point of both towns, and a square of 5 by 5. */
const SQUARE = towns(({ x, y }, i) => i % 10 === 0 || (x < 5 && y < 5));

it('tells a cluster of the kind from a place where everything is dense', () => {
  const { clusters, labels, references } = testClusters(studyClusters(SQUARE, RULE), {
    seed: 1,
    labellings: 99,
    enough: 0,
  });

  const [square, crowd] = clusters;
  expect(clusters).toHaveLength(2);
  expect(square).toMatchObject({ p: 1 / 100, labellings: 99 });
  expect(crowd).toMatchObject({ cases: 40, all: 400 });
  expect(crowd!.p).toBeGreaterThan(0.5);
  expect(references).toHaveLength(labels.length);
  expect([...references].every((point) => SQUARE.types[point] === 1)).toBe(true);
});

it('counts what lies within eps of the cores of a cluster, by hand', () => {
  const points = towns(({ x, y }, i) => i < SIDE * SIDE && x >= 5 && x < 8 && y === 5);

  const { clusters } = testClusters(
    studyClusters(points, { reference: 1, method: { ...METHOD, minPoints: 3 } }),
    {
      seed: 1,
      labellings: 1,
      enough: 0,
    },
  );

  // of three in a row only the middle one has three within 1: its region is a cross of 5 points
  expect(clusters).toHaveLength(1);
  expect(clusters[0]).toMatchObject({ cases: 3, all: 5, expected: (3 * 5) / 800 });
});

it('finds what stands out within a cluster of HDBSCAN* that reaches farther', () => {
  const study = studyClusters(SQUARE, { reference: 1, method: HIERARCHY });
  const { clusters, labels } = testClusters(study, { seed: 1, labellings: 99, enough: 0 });

  const [square, crowd] = [clusters[labels[0]!]!, clusters[labels.at(-1)!]!];
  expect(square.all).toBeGreaterThan(100); // four times the square itself
  expect(square.p).toBe(1 / 100);
  expect(crowd.p).toBeGreaterThan(0.5);
});

it('looks no further when enough labellings stand out as much', () => {
  const points = towns((_, i) => i >= SIDE * SIDE && i % 2 === 0); // half of the crowd
  const spread = towns((_, i) => i % 4 === 0);
  const options = { seed: 1, labellings: 999, enough: 5 };

  const [crowd] = testClusters(studyClusters(points, RULE), options).clusters;
  const [usual] = testClusters(studyClusters(spread, RULE), options).clusters;

  expect(crowd).toMatchObject({ p: 1 / 1000, labellings: 999 });
  expect(usual!.labellings).toBeLessThan(50);
  expect(usual!.p).toBe(5 / usual!.labellings);
});

it('has nothing to test where there is no cluster', () => {
  const points = towns(({ x, y }) => x % 5 === 0 && y % 5 === 0);
  const study = studyClusters(points, { reference: 1, method: { ...METHOD, minPoints: 1000 } });

  expect(testClusters(study, { seed: 1, labellings: 99, enough: 0 }).clusters).toEqual([]);
});

it('draws the same labellings however they are cut', () => {
  const study = studyClusters(SQUARE, RULE);
  const part = (from: number, to: number) => largestRatios(study, { seed: 3, from, to });

  expect([...part(0, 2), ...part(2, 7)]).toEqual([...part(0, 7)]);
});

it('does not depend on the order of the points', () => {
  const reversed = {
    xs: SQUARE.xs.slice().reverse(),
    ys: SQUARE.ys.slice().reverse(),
    weights: null,
    types: SQUARE.types.slice().reverse(),
  };
  const options = { seed: 1, labellings: 9, enough: 0 };

  expect(testClusters(studyClusters(reversed, RULE), options).clusters).toEqual(
    testClusters(studyClusters(SQUARE, RULE), options).clusters,
  );
});

it.each([METHOD, HIERARCHY])(
  'is wrong no more often than it says where labels are random: $method',
  (method) => {
    const tests = Array.from({ length: 60 }, (_, dataset) => {
      const drawn = towns((_, i) => randomNumber({ seed: 8, simulation: dataset, draw: i }) < 0.25);
      const { clusters } = testClusters(studyClusters(drawn, { reference: 1, method }), {
        seed: dataset,
        labellings: 9,
        enough: 0,
      });
      return Math.min(1, ...clusters.map(({ p }) => p));
    });

    const rejected = tests.filter((p) => p <= 0.1).length;
    expect(rejected).toBeLessThanOrEqual(6 + 3 * Math.sqrt(5.4)); // binomial, 60 times 0.1
    expect(rejected).toBeGreaterThanOrEqual(1);
  },
);

it.each([
  ['eps of 0', { ...RULE, method: { ...METHOD, eps: 0 } }],
  ['minPoints below 1', { ...RULE, method: { ...METHOD, minPoints: 0 } }],
  ['a kind that no point is of', { ...RULE, reference: 5 }],
])('refuses %s', (_, rule) => {
  expect(() =>
    testClusters(studyClusters(SQUARE, rule), { seed: 1, labellings: 9, enough: 0 }),
  ).toThrow(RangeError);
});
