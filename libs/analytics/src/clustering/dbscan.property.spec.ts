import { randomNumber } from '../random/random-number.js';
import type { WeightedPoints } from '../sites/collapse-sites.js';
import type { LabelPolicy } from './border-search.js';
import { dbscan, POINT_KINDS } from './dbscan.js';

const POLICIES: LabelPolicy[] = ['sklearn', 'postgis', 'nearest', 'star'];
const CASES = Array.from({ length: 150 }, (_, simulation) => simulation);

/** Whole numbers of sixteenths, so that ties, shared places and distances of exactly eps abound. */
function somePoints(simulation: number): WeightedPoints & { eps: number; minPoints: number } {
  let draw = 0;
  const below = (count: number) =>
    Math.floor(randomNumber({ seed: 3, simulation, draw: draw++ }) * count);
  const count = below(120);
  const extent = 4 + below(300);
  const column = (value: () => number) => Float64Array.from({ length: count }, value);
  return {
    xs: column(() => below(extent) / 16),
    ys: column(() => below(extent) / 16),
    weights: below(2) ? column(() => below(5) / 2) : null,
    eps: (1 + below(40)) / 16,
    minPoints: 1 + below(8),
  };
}

/** Every pair, and clusters grown from one core at a time: nothing in common with the grid. */
function everyPair(
  { xs, ys, weights }: WeightedPoints,
  { eps, minPoints }: { eps: number; minPoints: number },
  policy: LabelPolicy,
): { labels: number[]; kinds: number[] } {
  const all = Array.from(xs, (_, i) => i);
  const squared = (i: number, j: number) => (xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2;
  const near = (i: number) => all.filter((j) => squared(i, j) <= eps * eps);
  const isCore = all.map(
    (i) => near(i).reduce((sum, j) => sum + (weights ? weights[j]! : 1), 0) >= minPoints,
  );
  const byPlace = [...all].sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]! || a - b);
  const order = policy === 'sklearn' ? all : byPlace;
  const labels = all.map(() => -1);
  let clusters = 0;
  for (const start of order) {
    if (!isCore[start] || labels[start]! >= 0) continue;
    const open = [start];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      labels[i] = clusters;
      open.push(...near(i).filter((j) => isCore[j] && labels[j]! < 0));
    }
    clusters++;
  }
  const kinds: number[] = all.map((i) => (isCore[i] ? 2 : 0));
  for (const i of all) {
    const cores = near(i).filter((j) => isCore[j]);
    if (isCore[i] || cores.length === 0 || policy === 'star') continue;
    kinds[i] = 1;
    if (policy === 'sklearn') labels[i] = Math.min(...cores.map((j) => labels[j]!));
    if (policy === 'postgis') labels[i] = labels[byPlace.find((j) => cores.includes(j))!]!;
    if (policy === 'nearest') {
      const first = cores.sort((a, b) => squared(i, a) - squared(i, b) || labels[a]! - labels[b]!);
      labels[i] = labels[first[0]!]!;
    }
  }
  return { labels, kinds };
}

const plain = (column: ArrayLike<number>) => Array.from(column);

it.each(POLICIES)('labels as a look at every pair does, with %s', (labels) => {
  const borders: number[] = [];
  for (const simulation of CASES) {
    const { eps, minPoints, ...points } = somePoints(simulation);

    const result = dbscan(points, { eps, minPoints, labels });

    const expected = everyPair(points, { eps, minPoints }, labels);
    expect({ simulation, labels: plain(result.labels) }).toEqual({
      simulation,
      labels: expected.labels,
    });
    expect(plain(result.kinds)).toEqual(expected.kinds);
    expect(result.clusters).toBe(Math.max(-1, ...expected.labels) + 1);
    expect(result.noiseCount).toBe(expected.labels.filter((label) => label < 0).length);
    expect(result.coreCount).toBe(expected.kinds.filter((kind) => kind === 2).length);
    plain(result.sizes).forEach((size, cluster) =>
      expect(size).toBe(expected.labels.filter((label) => label === cluster).length),
    );
    borders.push(expected.kinds.filter((kind) => POINT_KINDS[kind] === 'border').length);
  }
  if (labels !== 'star') expect(Math.max(...borders)).toBeGreaterThan(10); // the cases are cases
});

it.each(POLICIES)('takes a weight for as many duplicates, with %s', (labels) => {
  for (const simulation of CASES) {
    const { eps, minPoints, xs, ys } = somePoints(simulation);
    const weights = xs.map((x, i) => 1 + ((16 * x + i) % 3));
    const copies = plain(weights).flatMap((weight, i) => Array<number>(weight).fill(i));

    const weighted = dbscan({ xs, ys, weights }, { eps, minPoints, labels });
    const repeated = dbscan(
      {
        xs: Float64Array.from(copies, (i) => xs[i]!),
        ys: Float64Array.from(copies, (i) => ys[i]!),
        weights: null,
      },
      { eps, minPoints, labels },
    );

    expect(plain(repeated.labels)).toEqual(copies.map((i) => weighted.labels[i]));
  }
});

it.each(POLICIES)('labels the same after a translation, with %s', (labels) => {
  for (const simulation of CASES) {
    const { eps, minPoints, ...points } = somePoints(simulation);
    const moved = {
      ...points,
      xs: points.xs.map((x) => x + 530_000.25),
      ys: points.ys.map((y) => y - 1_180_000.5),
    };

    expect(dbscan(moved, { eps, minPoints, labels })).toEqual(
      dbscan(points, { eps, minPoints, labels }),
    );
  }
});

it.each(POLICIES.filter((policy) => policy !== 'sklearn'))(
  'labels shuffled points the same, with %s',
  (labels) => {
    for (const simulation of CASES) {
      const { eps, minPoints, xs, ys, weights } = somePoints(simulation);
      const order = plain(xs.map((_, i) => i)).sort(
        (a, b) =>
          randomNumber({ seed: 5, simulation, draw: a }) -
          randomNumber({ seed: 5, simulation, draw: b }),
      );
      const shuffle = (column: Float64Array) => Float64Array.from(order, (i) => column[i]!);

      const shuffled = dbscan(
        { xs: shuffle(xs), ys: shuffle(ys), weights: weights && shuffle(weights) },
        { eps, minPoints, labels },
      );

      const straight = dbscan({ xs, ys, weights }, { eps, minPoints, labels });
      expect(plain(shuffled.labels)).toEqual(order.map((i) => straight.labels[i]));
    }
  },
);
