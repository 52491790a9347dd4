import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { digitalFirms } from '../support/digital-firms.js';
import { readJson, writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

interface HdbscanReport {
  n: number;
  clusters: number;
  noise: number;
  mstWeight: number;
  sizes: number[];
  persistence: (number | null)[];
  warnings: string[];
}

interface Found {
  report: HdbscanReport;
  labels: number[];
  probabilities: number[];
  outlierScores: number[];
  /** Ascending. */
  lengths: number[];
  /** By row. */
  cores: Map<number, number>;
}

/** Of python's hdbscan. */
interface HdbscanOracle {
  n_clusters: number;
  noise: number;
  sizes: number[];
  labels: number[];
  prob: number[];
  outlier: number[];
  persistence: number[];
  mst_sum: number;
  mst_sorted_first20: number[];
  mst_max: number;
  n_unique_mst_weights: number;
}

const MOONS = [
  sharedOracle('rdbscan/moons.csv'),
  '--x',
  'X',
  '--y',
  'Y',
  '--min-cluster-size',
  '5',
];

let folder: string;
let python: Record<string, HdbscanOracle>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-hdbscan-'));
  python = readJson('hdbscan/hdbscan_oracles.json');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['moons_mcs5_ms5_eom', ['--min-samples', '5']],
  ['moons_mcs5_ms5_leaf', ['--min-samples', '5', '--selection', 'leaf']],
  ['moons_mcs5_ms1', ['--min-samples', '1']],
])('spans the moons with the edges of hdbscan: %s', async (name, options) => {
  const oracle = python[name]!;

  const { report, lengths } = await hdbscan([...MOONS, ...options]);

  expectRelative([report.mstWeight], [oracle.mst_sum]);
  expectRelative(lengths.slice(0, 20), oracle.mst_sorted_first20);
  expectRelative([lengths.at(-1)!], [oracle.mst_max]);
  expect(lengths).toHaveLength(99);
  expect(new Set(lengths).size).toBe(oracle.n_unique_mst_weights);
});

it('selects from moons without ties as hdbscan does, with its probabilities, scores and persistence', async () => {
  const oracle = python['moons_mcs5_ms1']!;

  const found = await hdbscan([...MOONS, '--min-samples', '1']);

  expectSamePartition(found.labels, oracle.labels);
  expect(found.report).toMatchObject({ clusters: oracle.n_clusters, noise: oracle.noise });
  expectClose(found.probabilities, oracle.prob);
  expectClose(found.outlierScores, oracle.outlier);
  expectRelative(sorted(found.report.persistence as number[]), sorted(oracle.persistence));
  expect(sorted(found.report.sizes)).toEqual(sorted(oracle.sizes));
});

it('selects from moons with ties the partition of hdbscan; one outlier score is a matter of a tie', async () => {
  const oracle = python['moons_mcs5_ms5_eom']!;

  const found = await hdbscan([...MOONS, '--min-samples', '5', '--selection', 'eom']);

  expectSamePartition(found.labels, oracle.labels);
  expectClose(found.probabilities, oracle.prob);
  expectRelative(sorted(found.report.persistence as number[]), sorted(oracle.persistence));
  // row 49 leaves the parent of the cluster that hdbscan, in this order of rows, has it leave
  const differing = found.outlierScores.flatMap((score, i) =>
    Math.abs(score - oracle.outlier[i]!) > 1e-9 ? [i] : [],
  );
  expect(differing).toEqual([48]);
});

it('selects the leaves of moons as hdbscan does but for one row of a tie', async () => {
  // under 60 shuffles of the rows, scikit-learn 1.9.1 finds 5 or 6 leaves, and 11 to 15 noise
  const oracle = python['moons_mcs5_ms5_leaf']!;

  const found = await hdbscan([...MOONS, '--min-samples', '5', '--selection', 'leaf']);

  const isTied = (i: number) => i === 9;
  const untied = (column: number[]) => column.filter((_, i) => !isTied(i));
  expectSamePartition(untied(found.labels), untied(oracle.labels));
  expectClose(
    untied(found.probabilities).filter((_, i) => untied(oracle.labels)[i] !== oracle.labels[9]),
    untied(oracle.prob).filter((_, i) => untied(oracle.labels)[i] !== oracle.labels[9]),
  );
  expect(found.report).toMatchObject({ clusters: oracle.n_clusters, noise: oracle.noise + 1 });
});

it('agrees with R’s hdbscan, which counts the row itself: heights, core distances, clusters', async () => {
  const { moons_hdbscan_minPts5: r } = readJson<{
    moons_hdbscan_minPts5: {
      labels: number[];
      coredist: number[];
      heights: number[];
    };
  }>('rdbscan/r_dbscan_oracles.json');

  const found = await hdbscan([...MOONS, '--min-samples', '5', '--counts-self', 'true']);

  expectRelative(found.lengths, r.heights);
  expectRelative(
    r.coredist.map((_, i) => found.cores.get(i + 1)!),
    r.coredist,
  );
  expectSamePartition(
    found.labels,
    r.labels.map((label) => label - 1),
  );
});

it.each([
  [['--min-samples', '19'], 76344.8112], // hdbscan, min_samples=19; R's dbscan, minPts=20
  [['--min-samples', '20', '--counts-self', 'true'], 76344.8112],
  [['--min-samples', '20'], 78461.8867], // hdbscan, min_samples=20
])('spans t4.8k with %s as hdbscan and R do', async (options, expected) => {
  const { report } = await hdbscan([t4(), ...options]);

  expect(report.mstWeight).toBeCloseTo(expected, 4);
});

it('finds the six shapes of t4.8k', async () => {
  // scikit-learn 1.9.1, HDBSCAN(min_cluster_size=20, min_samples=21): 6 clusters, 754 or 755 noise
  // as the rows are ordered
  const { report } = await hdbscan([t4(), '--min-cluster-size', '20', '--min-samples', '20']);

  expect(report.clusters).toBe(6);
  expect(Math.abs(report.noise - 755)).toBeLessThan(8);
});

describe('of the digital firms of South Yorkshire, many of which share a postcode', () => {
  const columns = ['--x', 'Easting', '--y', 'Northing'];

  it('the spanning tree is as long as R’s', async () => {
    const { input } = digitalFirms(folder);

    const { report, lengths } = await hdbscan([
      ...[input, ...columns, '--min-samples', '10', '--counts-self', 'true'],
      ...['--min-cluster-size', '10'],
    ]);

    // R: sum(hdbscan(as.matrix(read.csv('firms.csv')[, 2:3]), minPts = 10)$hc$height)
    expectRelative([report.mstWeight], [2055389.1234948626]);
    expect(lengths).toHaveLength(4292);
  });

  it('nothing is infinite, and a scale bounds the density of shared places', async () => {
    const { input } = digitalFirms(folder);
    const options = [input, ...columns, '--min-cluster-size', '20', '--min-samples', '10'];

    const endless = await hdbscan(options);
    const bounded = await hdbscan([...options, '--min-scale', '100']);

    expect(endless.report.warnings.join()).toMatch(/density is infinite/);
    expect(endless.report.persistence.every((value) => value === null)).toBe(true);
    for (const { probabilities, outlierScores } of [endless, bounded]) {
      expect([...probabilities, ...outlierScores].every((p) => p >= 0 && p <= 1)).toBe(true);
    }
    expect(bounded.report.warnings).toEqual([]);
    expect(bounded.report.persistence.every((value) => value !== null && value <= 1)).toBe(true);
  });

  it('shuffled rows have the same clusters, to the bit', async () => {
    const { input } = digitalFirms(folder);
    const [header, ...rows] = readFileSync(input, 'utf8').trim().split('\n');
    const order = rows.map((_, i) => (i * 1009) % rows.length); // 1009 does not divide 4293
    const lines = [header!, ...order.map((i) => rows[i]!)];
    const options = [...columns, '--min-cluster-size', '20', '--min-scale', '100'];
    const straight = await hdbscan([input, ...options]);

    const shuffled = await hdbscan([writeLines(folder, 'shuffled.csv', lines), ...options]);

    expect(shuffled.labels).toEqual(order.map((i) => straight.labels[i]));
    expect(shuffled.probabilities).toEqual(order.map((i) => straight.probabilities[i]));
    expect(shuffled.outlierScores).toEqual(order.map((i) => straight.outlierScores[i]));
    expect(shuffled.report.persistence).toEqual(straight.report.persistence);
    expect(shuffled.report.mstWeight).toBe(straight.report.mstWeight);
  });

  it.each([100, 250, 1000])('a cut at %i m is DBSCAN*', async (eps) => {
    const { input } = digitalFirms(folder);
    const out = join(folder, 'star.csv');
    const { exitCode } = await atlas(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'dbscan', '--input', input, ...columns, '--out', out],
      ...['--eps', String(eps), '--min-points', '20', '--labels', 'star'],
    );

    const { labels } = await hdbscan([
      ...[input, ...columns, '--min-samples', '19', '--cut', String(eps)],
    ]);

    expect(exitCode).toBe(0);
    expect(labels).toEqual(column(out, 1));
  });
});

it.each([
  [['--min-cluster-size', '1'], /at least 2/],
  [['--min-samples', '0'], /at least 1/],
  [['--selection', 'best'], /eom, leaf/],
  [['--min-scale', '-1'], /not below 0/],
])('refuses %j with a reason', async (options, reason) => {
  const input = sharedOracle('rdbscan/moons.csv');

  // it prints no document, but why
  await expect(
    atlas({ ATLAS_DATA_DIR: folder }, 'compute', 'hdbscan', '--input', input, ...options),
  ).rejects.toThrow(reason);
});

async function hdbscan([input, ...options]: string[]): Promise<Found> {
  const out = join(folder, 'out.csv');
  const edges = join(folder, 'edges.csv');
  const { result, exitCode } = await atlas<HdbscanReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'hdbscan', '--input', input!, '--out', out, '--edges', edges, ...options],
  );
  expect(exitCode).toBe(0);
  expect(readFileSync(out, 'utf8')).toMatch(/^row,cluster,kind,probability,outlier_score\n/);
  const labels = column(out, 1);
  expect(labels.filter((label) => label < 0)).toHaveLength(result.noise);
  const cores = new Map<number, number>();
  const [rows, toRows, rowCores, toCores] = [0, 1, 3, 4].map((i) => column(edges, i));
  rows!.forEach((row, i) => cores.set(row, rowCores![i]!).set(toRows![i]!, toCores![i]!));
  return {
    report: result,
    labels,
    probabilities: column(out, 3),
    outlierScores: column(out, 4),
    lengths: column(edges, 2),
    cores,
  };
}

function column(file: string, index: number): number[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => Number(line.split(',')[index]));
}

function t4(): string {
  const lines = readFileSync(sharedOracle('rdbscan/t4.8k.dat'), 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.trim().replace(/\s+/, ','));
  return writeLines(folder, 't4.csv', ['x,y', ...rows]);
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

/** The references' numbers have ten digits after the point. */
function expectClose(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-9));
}

function expectRelative(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-9));
}

/** The numbers may differ, but not which rows are together; noise is noise. */
function expectSamePartition(actual: number[], expected: number[]): void {
  const theirs = new Map<number, number>([[-1, -1]]);
  actual.forEach((label, i) => {
    if (!theirs.has(label)) theirs.set(label, expected[i]!);
  });
  expect(actual.map((label) => theirs.get(label))).toEqual(expected);
  expect(new Set(theirs.values()).size).toBe(theirs.size);
}
