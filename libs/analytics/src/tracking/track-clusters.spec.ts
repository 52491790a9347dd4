import type { Snapshot } from './snapshot.js';
import { trackClusters } from './track-clusters.js';

/** Members of each cluster; then those in none. */
function snapshot(
  clusters: readonly (readonly number[])[],
  none: readonly number[] = [],
): Snapshot {
  const rows = [
    ...clusters.flatMap((members, cluster) => members.map((member) => [member, cluster] as const)),
    ...none.map((member) => [member, -1] as const),
  ];
  return {
    clusters: clusters.length,
    members: Uint32Array.from(rows, ([member]) => member),
    clusterOf: Int32Array.from(rows, ([, cluster]) => cluster),
    weights: null,
    places: null,
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

// the five cases by hand, of the clusters A to E and a, bc, e1, e2, n
const OLD = snapshot([range(0, 10), range(10, 20), range(20, 30), range(30, 36), range(36, 46)]);
const NEW = snapshot([
  [...range(0, 9), 50],
  range(10, 28),
  range(36, 41),
  range(41, 46),
  range(60, 70),
]);

it('finds what survives, merges, splits, dissolves and emerges', () => {
  const { steps, identities } = trackClusters([OLD, NEW], { compared: 'all' });

  expect(steps[0]!.before.map(({ kind, into, overlap }) => [kind, into, overlap])).toEqual([
    ['survive', [0], 0.9],
    ['absorbed', [1], 1],
    ['absorbed', [1], 0.8],
    ['dissolve', [], 0],
    ['split', [2, 3], 1],
  ]);
  expect(steps[0]!.after.map(({ kind, from, heirOf }) => [kind, from, heirOf])).toEqual([
    ['survive', [0], 0],
    ['merge', [1, 2], 1],
    ['part', [4], 4],
    ['part', [4], null],
    ['emerge', [], null],
  ]);
  expect(identities).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 4, 5, 6],
  ]);
});

it('has the Jaccard indices of the pairs that share a member', () => {
  const { overlaps } = trackClusters([OLD, NEW], { compared: 'all' }).steps[0]!;

  expect([...overlaps.beforeOf]).toEqual([0, 1, 2, 4, 4]);
  expect([...overlaps.afterOf]).toEqual([0, 1, 1, 2, 3]);
  expect([...overlaps.jaccards]).toEqual([9 / 11, 10 / 18, 8 / 20, 0.5, 0.5]);
});

it('compares only who is there at both dates, and counts births and closures apart', () => {
  const { before, after } = trackClusters([OLD, NEW]).steps[0]!;

  expect(before.map(({ overlap }) => overlap)).toEqual([1, 1, 1, 0, 1]);
  expect(before.map(({ closed }) => closed)).toEqual([1, 0, 2, 6, 0]);
  expect(after.map(({ born }) => born)).toEqual([1, 0, 0, 0, 10]);
});

it('counts who is alive in no cluster as having left', () => {
  const before = snapshot([range(0, 10)]);

  const [left] = trackClusters([before, snapshot([range(0, 4)], range(4, 10))]).steps[0]!.before;
  const [closed] = trackClusters([before, snapshot([range(0, 4)])]).steps[0]!.before;

  expect(left).toMatchObject({ kind: 'dissolve', closed: 0 });
  expect(closed).toMatchObject({ kind: 'survive', overlap: 1, closed: 6 });
});

it('hands the identity of two halves on by the Jaccard index, then by number', () => {
  const before = snapshot([range(0, 4)]);
  const larger = snapshot([
    [0, 1, 8, 9],
    [2, 3],
  ]);
  const equal = snapshot([
    [2, 3],
    [0, 1],
  ]);

  const byJaccard = trackClusters([before, larger], { compared: 'all' });
  const byNumber = trackClusters([before, equal]);

  expect(byJaccard.steps[0]!.before[0]).toMatchObject({ kind: 'split', into: [0, 1] });
  expect(byJaccard.identities[1]).toEqual([1, 0]);
  expect(byNumber.identities[1]).toEqual([0, 1]);
});

it('survives in the half that it keeps, if the other half goes apart', () => {
  const { steps } = trackClusters([snapshot([range(0, 4)]), snapshot([[0, 1], [2]], [3])]);

  expect(steps[0]!.before[0]).toMatchObject({ kind: 'survive', into: [0], overlap: 0.5 });
});

it('gives a merge a new identity where none of the absorbed makes up half of it', () => {
  const before = snapshot(
    [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
    range(6, 10),
  );

  const { identities } = trackClusters([before, snapshot([range(0, 10)])]);

  expect(identities[1]).toEqual([3]);
});

it('gives a part that two splits want to the one it holds more of', () => {
  const before = snapshot([range(0, 10), range(10, 20)]);
  // the first: 4 to each of a, b; the second: 3 to b, 4 to c; neither has a match
  const after = snapshot(
    [range(0, 4), [...range(4, 8), ...range(10, 13)], range(13, 17)],
    [...[8, 9, 17, 18, 19]],
  );

  const { steps, identities } = trackClusters([before, after]);

  expect(steps[0]!.before.map(({ kind, into }) => [kind, into])).toEqual([
    ['split', [0, 1]],
    ['split', [1, 2]],
  ]);
  expect(identities[1]).toEqual([0, 2, 1]); // a: Jaccard 4/10 beats b: 4/13
});

it.each([2, 3])(
  'knows a cluster again that was gone for a snapshot, looking back %d',
  (lookBack) => {
    const there = snapshot([range(0, 5), range(5, 9)]);
    const gone = snapshot([range(5, 9)], range(0, 5));

    const { steps, identities } = trackClusters([there, gone, there], { lookBack });

    expect(identities).toEqual([[0, 1], [1], [0, 1]]);
    expect(steps[0]!.before[0]).toMatchObject({ kind: 'gap', into: [0], returnsIn: 2 });
    expect(steps[1]!.after[0]).toMatchObject({ kind: 'reappear', from: [0], fromSnapshot: 0 });
  },
);

it('takes it for a new one where it looks back less', () => {
  const there = snapshot([range(0, 5)]);
  const gone = snapshot([], range(0, 5));

  expect(trackClusters([there, gone, there], { lookBack: 1 }).identities).toEqual([[0], [], [1]]);
  expect(trackClusters([there, gone, gone, there], { lookBack: 2 }).identities[3]).toEqual([1]);
  expect(trackClusters([there, gone, gone, there]).identities[3]).toEqual([0]);
  expect(trackClusters([there, gone, gone, gone, there]).identities[4]).toEqual([1]);
});

it('describes how a surviving cluster changed', () => {
  const places = (xs: number[]) => ({
    xs: Float64Array.from(xs),
    ys: new Float64Array(xs.length),
  });
  const before = { ...snapshot([[0, 1]]), places: places([0, 10]) }; // at 5, radius 5
  const after = { ...snapshot([[0, 1, 2]]), places: places([3, 9, 12]) }; // at 8, radius 10/3

  const { change } = trackClusters([before, after]).steps[0]!.before[0]!;

  expect(change).toEqual({
    ...{ size: 'grow', weightBefore: 2, weightAfter: 3 },
    ...{ density: 'denser', hasShifted: true, moved: 3 },
  });
});

it('calls a change of a tenth, or a move of 0.3 radii, none', () => {
  const weights = Float64Array.of(10, 10);
  const places = { xs: Float64Array.of(0, 20), ys: new Float64Array(2) };
  const moved = { xs: Float64Array.of(3, 23), ys: new Float64Array(2) };
  const before = { ...snapshot([[0, 1]]), weights, places };
  const after = { ...snapshot([[0, 1]]), weights: Float64Array.of(11, 11), places: moved };

  const { change } = trackClusters([before, after]).steps[0]!.before[0]!;

  expect(change).toMatchObject({ size: 'same', density: 'same', hasShifted: false, moved: 3 });
});

it('weighs members: three of four leave, but the one that stays has most of the jobs', () => {
  const before = { ...snapshot([range(0, 4)]), weights: Float64Array.of(97, 1, 1, 1) };
  const after = { ...snapshot([[0]], [1, 2, 3]), weights: Float64Array.of(80, 1, 1, 1) };

  const { overlaps, before: transitions } = trackClusters([before, after]).steps[0]!;

  expect(transitions[0]).toMatchObject({ kind: 'survive', overlap: 0.97 });
  expect(overlaps.jaccards[0]).toBeCloseTo(80 / 100, 14);
  expect(overlaps.contributions[0]).toBe(1);
});

it('has nothing to follow in no snapshots, one, or empty ones', () => {
  expect(trackClusters([])).toEqual({ identities: [], steps: [] });
  expect(trackClusters([OLD]).identities).toEqual([[0, 1, 2, 3, 4]]);
  expect(trackClusters([snapshot([]), snapshot([])]).steps[0]).toMatchObject({
    before: [],
    after: [],
  });
});

it('dissolves a cluster without weight', () => {
  const before = { ...snapshot([[0, 1]]), weights: new Float64Array(2) };

  expect(trackClusters([before, snapshot([[0, 1]])]).steps[0]!.before[0]).toMatchObject({
    kind: 'dissolve',
    overlap: 0,
  });
});

it.each([
  ['tau below a half', { tau: 0.4 }],
  ['tau above 1', { tau: 1.1 }],
  ['tauSplit of 0', { tauSplit: 0 }],
  ['tauSplit above tau', { tauSplit: 0.7 }],
  ['a look back of 4', { lookBack: 4 }],
  ['a look back of 0', { lookBack: 0 }],
])('refuses %s', (_, options) => {
  expect(() => trackClusters([OLD, NEW], options)).toThrow(RangeError);
});

it.each([
  ['a member twice', snapshot([[1, 1]])],
  ['a cluster that is not there', { ...snapshot([[1]]), clusters: 0 }],
  ['a negative weight', { ...snapshot([[1]]), weights: Float64Array.of(-1) }],
  ['columns of different length', { ...snapshot([[1]]), weights: new Float64Array(2) }],
  [
    'a place that is none',
    { ...snapshot([[1]]), places: { xs: Float64Array.of(NaN), ys: new Float64Array(1) } },
  ],
])('refuses %s in a snapshot', (_, bad) => {
  expect(() => trackClusters([OLD, bad])).toThrow(RangeError);
});
