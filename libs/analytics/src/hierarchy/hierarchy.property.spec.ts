import fc from 'fast-check';
import { dbscan } from '../clustering/dbscan.js';
import { cutHierarchy } from './cut-hierarchy.js';
import { buildDensityHierarchy } from './density-hierarchy.js';
import { everyPair, spanOfEveryPair } from './every-pair.fixture.js';
import { selectClusters, type SelectedClusters, type SelectionOptions } from './select-clusters.js';
import { spanWeight } from './span-weight.js';

/** A small lattice: ties and shared places abound. */
const PLACES = fc
  .array(fc.tuple(fc.nat(14), fc.nat(9), fc.integer({ min: 1, max: 3 })), { maxLength: 45 })
  .map((rows) => ({
    xs: Float64Array.from(rows, ([x]) => x),
    ys: Float64Array.from(rows, ([, y]) => y),
    weights: Float64Array.from(rows, ([, , weight]) => weight),
  }));
const BUILD = fc.record({ minSamples: fc.integer({ min: 1, max: 6 }), countsSelf: fc.boolean() });
const SELECTION: fc.Arbitrary<SelectionOptions> = fc.record({
  minClusterSize: fc.integer({ min: 2, max: 9 }),
  selection: fc.constantFrom('eom', 'leaf'),
  minScale: fc.constantFrom(0, 0, 1.2),
  selectionEpsilon: fc.constantFrom(0, 0, 1.5, 2.5),
  maxClusterSize: fc.constantFrom(Infinity, Infinity, 12),
  allowSingleCluster: fc.boolean(),
});
type Places = Parameters<typeof buildDensityHierarchy>[0];

const plain = (column: ArrayLike<number>) => Array.from(column);
const pick = ({ xs, ys, weights }: Places, order: readonly number[]) => ({
  xs: Float64Array.from(order, (i) => xs[i]!),
  ys: Float64Array.from(order, (i) => ys[i]!),
  weights: weights && Float64Array.from(order, (i) => weights[i]!),
});

function expectClose(a: Float64Array, b: ArrayLike<number>): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, i) => expect(Math.abs(value - b[i]!)).toBeLessThan(1e-9));
}

/** Numbered as they first occur, for comparing partitions whose numbers differ. */
function partition(labels: Int32Array): number[] {
  const numbers = new Map<number, number>([[-1, -1]]);
  return Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size - 1);
    return numbers.get(label)!;
  });
}

it('selects what the definitions give on every pair of points', () => {
  let clusters = 0;
  const property = fc.property(PLACES, BUILD, SELECTION, (places, build, selection) => {
    const found = selectClusters(buildDensityHierarchy(places, build), selection);

    const expected = everyPair(places, { ...build, ...selection });
    expect(plain(found.labels)).toEqual(expected.labels);
    expectClose(found.probabilities, expected.probabilities);
    expectClose(found.outlierScores, expected.outlierScores);
    clusters += Number(found.clusters > 1);
  });
  fc.assert(property, { seed: 1, numRuns: 400 });
  expect(clusters).toBeGreaterThan(60); // the cases are cases
});

it('weighs the spanning tree as Prim’s does over every pair of points', () => {
  const property = fc.property(PLACES, BUILD, (places, build) => {
    const weight = spanWeight(buildDensityHierarchy(places, build));

    const expected = spanOfEveryPair(places, build);
    if (expected === null) expect(weight).toBeNull();
    else expect(weight).toBeCloseTo(expected, 9);
  });
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it('weighs the spanning tree of more places than a leaf of the search tree holds', () => {
  const many = fc.array(fc.tuple(fc.nat(60), fc.nat(25)), { minLength: 250, maxLength: 350 });
  const property = fc.property(many, BUILD, (rows, build) => {
    const places = {
      xs: Float64Array.from(rows, ([x]) => x),
      ys: Float64Array.from(rows, ([, y]) => y),
      weights: new Float64Array(rows.length).fill(1),
    };

    const weight = spanWeight(buildDensityHierarchy(places, build));

    expect(weight).toBeCloseTo(spanOfEveryPair(places, build)!, 9);
  });
  fc.assert(property, { seed: 1, numRuns: 15 });
});

it('cuts into the clusters of DBSCAN*', () => {
  const reaches = fc.constantFrom(0.5, 1, Math.SQRT2, 2, 2.5, 3, 5);
  const property = fc.property(PLACES, BUILD, reaches, (places, build, eps) => {
    const cut = cutHierarchy(buildDensityHierarchy(places, build), eps);

    const minPoints = build.minSamples + (build.countsSelf ? 0 : 1);
    const star = dbscan(places, { eps, minPoints, labels: 'star' });
    expect(plain(cut.labels)).toEqual(plain(star.labels));
    expect(plain(cut.sizes)).toEqual(plain(star.sizes));
    expect(cut.noiseCount).toBe(star.noiseCount);
  });
  fc.assert(property, { seed: 1, numRuns: 400 });
});

it('is bit for bit the same for shuffled points', () => {
  const property = fc.property(
    PLACES,
    BUILD,
    SELECTION,
    fc.nat(),
    (places, build, selection, k) => {
      const order = plain(places.xs.map((_, i) => i)).sort(
        (a, b) => ((a * 7919 + k) % 101) - ((b * 7919 + k) % 101) || a - b,
      );
      const straight = selectClusters(buildDensityHierarchy(places, build), selection);

      const shuffled = selectClusters(buildDensityHierarchy(pick(places, order), build), selection);

      expect(plain(shuffled.labels)).toEqual(order.map((i) => straight.labels[i]));
      expect(plain(shuffled.probabilities)).toEqual(order.map((i) => straight.probabilities[i]));
      expect(plain(shuffled.outlierScores)).toEqual(order.map((i) => straight.outlierScores[i]));
      expect(plain(shuffled.sizes)).toEqual(plain(straight.sizes));
      expect(shuffled.stabilities).toEqual(straight.stabilities);
    },
  );
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it('takes a weight for as many duplicates', () => {
  const property = fc.property(PLACES, BUILD, SELECTION, (places, build, selection) => {
    const copies = plain(places.weights).flatMap((weight, i) => Array<number>(weight).fill(i));
    const weighted = selectClusters(buildDensityHierarchy(places, build), selection);

    const repeated = selectClusters(
      buildDensityHierarchy({ ...pick(places, copies), weights: null }, build),
      selection,
    );

    expect(plain(repeated.labels)).toEqual(copies.map((i) => weighted.labels[i]));
    expect(plain(repeated.outlierScores)).toEqual(copies.map((i) => weighted.outlierScores[i]));
    expect(repeated.persistences).toEqual(weighted.persistences);
  });
  fc.assert(property, { seed: 1, numRuns: 200 });
});

it.each<[string, (x: number, y: number) => [number, number], number]>([
  ['moved', (x, y) => [x + 530_000.25, y - 1_180_000.5], 1],
  ['turned', (x, y) => [-y, x], 1],
  ['mirrored', (x, y) => [y, x], 1],
  ['eight times as large', (x, y) => [8 * x, 8 * y], 8],
])('selects the same from points that are %s', (_, transform, scale) => {
  const property = fc.property(PLACES, BUILD, SELECTION, (places, build, selection) => {
    const pairs = plain(places.xs).map((x, i) => transform(x, places.ys[i]!));
    const changed = {
      xs: Float64Array.from(pairs, ([x]) => x),
      ys: Float64Array.from(pairs, ([, y]) => y),
      weights: places.weights,
    };
    const straight = selectClusters(buildDensityHierarchy(places, build), selection);

    const again: SelectedClusters = selectClusters(buildDensityHierarchy(changed, build), {
      ...selection,
      minScale: selection.minScale! * scale,
      selectionEpsilon: selection.selectionEpsilon! * scale,
    });

    expect(partition(again.labels)).toEqual(partition(straight.labels));
    expectClose(again.probabilities, straight.probabilities);
    expectClose(again.outlierScores, straight.outlierScores);
  });
  fc.assert(property, { seed: 1, numRuns: 150 });
});
