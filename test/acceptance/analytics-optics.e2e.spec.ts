import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { digitalFirms } from '../support/digital-firms.js';
import { readJson, writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

interface OpticsReport {
  n: number;
  clusters: number;
  noise: number;
  sizes: number[];
}

/** By row; null for an empty cell. */
interface Ordered {
  report: OpticsReport;
  labels: number[];
  kinds: string[];
  orders: number[];
  reachabilities: (number | null)[];
  cores: (number | null)[];
}

/** Rows from 0, and null for what nothing reaches. */
interface ScikitOptics {
  ordering: number[];
  reach: (number | null)[]; // of each row, as all that follows
  core: number[];
  xi_labels: number[];
}

/** Rows from 1. */
interface ROptics {
  order: number[];
  reachdist: (number | null)[];
  coredist: number[];
}

const MOONS = [sharedOracle('rdbscan/moons.csv'), '--x', 'X', '--y', 'Y', '--min-points', '5'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-optics-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('orders the moons as scikit-learn does, and finds its clusters of xi', async () => {
  const { moons_OPTICS_ms5: python } = readJson<{ moons_OPTICS_ms5: ScikitOptics }>(
    'hdbscan/sklearn_dbscan_optics.json',
  );

  const found = await optics([...MOONS, '--ties', 'row']);

  expect(rowsInOrder(found)).toEqual(python.ordering.map((row) => row + 1));
  expectClose(found.reachabilities, python.reach);
  expectClose(found.cores, python.core);
  // the reference is of 1.2.1, which lost the last two rows of a cluster by looking a predecessor up
  // twice (scikit-learn#26459); 1.9.1 has them, and all other labels the same
  expect(found.labels).toEqual(python.xi_labels.with(84, 5).with(96, 5));
});

describe('beside R, which takes another of two as far', () => {
  let r: ROptics;

  beforeAll(() => {
    ({ moons_optics_minPts5_eps1: r } = readJson<{ moons_optics_minPts5_eps1: ROptics }>(
      'rdbscan/r_dbscan_oracles.json',
    ));
  });

  it('has the same core distances', async () => {
    const found = await optics([...MOONS, '--max-eps', '1']);

    expectClose(found.cores, r.coredist);
  });

  it.each([0.2, 0.25, 0.3, 0.33])('cuts at %d into the same clusters of cores', async (eps) => {
    const found = await optics([...MOONS, '--method', 'cut', '--eps', String(eps)]);

    const isCore = r.coredist.map((core) => core <= eps);
    expect(found.kinds.map((kind) => kind === 'core')).toEqual(isCore);
    expectSamePartition(
      found.labels.filter((_, i) => isCore[i]),
      cutOfR(r, eps).filter((_, i) => isCore[i]),
    );
  });
});

describe('of the digital firms of South Yorkshire, many of which share a postcode', () => {
  const columns = ['--x', 'Easting', '--y', 'Northing', '--min-points', '20'];

  it('a cut at 250 m has the clusters of R’s dbscan; fewer border rows', async () => {
    const { input } = digitalFirms(folder);

    const { report, kinds } = await optics([
      ...[input, ...columns, '--max-eps', '2000', '--method', 'cut', '--eps', '250'],
    ]);

    // R: dbscan(eps = 250, minPts = 20)
    expect(report).toMatchObject({ n: 4293, clusters: 22 });
    expect(report.noise).toBeGreaterThanOrEqual(2629);
    expect(kinds.filter((kind) => kind === 'noise')).toHaveLength(report.noise);
  });

  it('shuffled rows have the same clusters and distances', async () => {
    const { input } = digitalFirms(folder);
    const [header, ...rows] = readFileSync(input, 'utf8').trim().split('\n');
    const order = rows.map((_, i) => (i * 1009) % rows.length); // 1009 does not divide 4293
    const lines = [header!, ...order.map((i) => rows[i]!)];
    const straight = await optics([input, ...columns]);

    const shuffled = await optics([writeLines(folder, 'shuffled.csv', lines), ...columns]);

    expect(straight.report.clusters).toBeGreaterThan(10);
    expect(shuffled.report.sizes).toEqual(straight.report.sizes);
    expect(shuffled.labels).toEqual(order.map((i) => straight.labels[i]));
    expect(shuffled.cores).toEqual(order.map((i) => straight.cores[i]));
  });
});

it('weighs rows: one of weight 5 is as five at its place', async () => {
  const places = [0, 10, 20, 30, 40, 50, 60, 70, 80];
  const input = writeLines(folder, 'weights.csv', [
    'x,y,jobs',
    ...places.map((x) => `${x},0,${x === 40 ? 5 : 1}`),
  ]);

  const found = await optics([input, '--weight', 'jobs', '--min-points', '2']);

  // scikit-learn 1.9.1, OPTICS(min_samples=2), with five rows at 40
  expect(found.labels).toEqual([-1, -1, -1, -1, 0, -1, -1, -1, -1]);
  expect(found.reachabilities).toEqual([null, 10, 10, 10, 10, 10, 10, 10, 10]);
  expect(found.cores).toEqual([10, 10, 10, 10, 0, 10, 10, 10, 10]);
});

it.each([
  [['--method', 'cut'], /needs --eps/],
  [['--method', 'cut', '--eps', '5', '--max-eps', '2'], /beyond --max-eps 2/],
  [['--method', 'cut', '--eps', '5', '--xi', '0.1'], /are for --method xi/],
  [['--eps', '5'], /--eps is for --method cut/],
])('refuses %j, which do not fit together', async (options, reason) => {
  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'optics', '--input', ...MOONS, ...options],
  );

  expect(exitCode).toBe(2);
  expect(stderr).toMatch(reason);
});

it.each([
  [['--xi', '1'], /between 0 and 1/],
  [['--max-eps', '0'], /above 0/],
])('refuses %j with a reason', async (options, reason) => {
  // it prints no document, but why
  await expect(
    atlas({ ATLAS_DATA_DIR: folder }, 'compute', 'optics', '--input', ...MOONS, ...options),
  ).rejects.toThrow(reason);
});

async function optics([input, ...options]: string[]): Promise<Ordered> {
  const out = join(folder, 'out.csv');
  const { result, exitCode } = await atlas<OpticsReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'optics', '--input', input!, '--out', out, ...options],
  );
  expect(exitCode).toBe(0);
  const [header, ...lines] = readFileSync(out, 'utf8').trim().split('\n');
  expect(header).toBe(
    'row,cluster,kind,probability,outlier_score,order,reachability,core_distance',
  );
  const cells = lines.map((line) => line.split(','));
  const distances = (index: number) =>
    cells.map((row) => (row[index] === '' ? null : Number(row[index])));
  return {
    report: result,
    labels: cells.map(([, label]) => Number(label)),
    kinds: cells.map(([, , kind]) => kind!),
    orders: cells.map((row) => Number(row[5])),
    reachabilities: distances(6),
    cores: distances(7),
  };
}

/** Rows from 1. */
function rowsInOrder({ orders }: Ordered): number[] {
  return orders.map((_, i) => i + 1).sort((a, b) => orders[a - 1]! - orders[b - 1]!);
}

/** DBSCAN from the order, as in figure 8 of Ankerst et al. (1999). */
function cutOfR({ order, reachdist, coredist }: ROptics, eps: number): number[] {
  let clusters = 0;
  const labels = new Map(
    order.map((row) => {
      const isReached = reachdist[row - 1] !== null && reachdist[row - 1]! <= eps;
      if (!isReached && coredist[row - 1]! <= eps) clusters++;
      return [row, isReached || coredist[row - 1]! <= eps ? clusters : 0];
    }),
  );
  return coredist.map((_, i) => labels.get(i + 1)!);
}

/** The numbers may differ, but not which rows are together. */
function expectSamePartition(actual: number[], expected: number[]): void {
  const pairs = new Set(actual.map((label, i) => `${label} ${expected[i]}`));
  expect(pairs.size).toBe(new Set(actual).size);
  expect(pairs.size).toBe(new Set(expected).size);
}

function expectClose(actual: (number | null)[], expected: (number | null)[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    if (value === null || expected[i] === null) expect(value).toBe(expected[i]);
    else expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-9);
  });
}
