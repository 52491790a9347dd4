import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { atlas } from '../support/atlas.js';
import { readJson, writeLines } from '../support/oracle-files.js';
import { sharedData, sharedOracle, SOUTH_YORKSHIRE } from '../support/shared-data.js';

interface DbscanReport {
  n: number;
  clusters: number;
  core: number;
  noise: number;
  sizes: number[];
  seconds: number;
}

interface Labelled {
  report: DbscanReport;
  /** Of each row; -1 for noise. */
  clusters: number[];
  kinds: string[];
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-clustering-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('dbscan, labelled as scikit-learn does', () => {
  it('finds the moons as scikit-learn and R do', async () => {
    const { report, clusters } = await dbscan(sharedOracle('rdbscan/moons.csv'), [
      ...['--eps', '0.3', '--min-points', '5', '--labels', 'sklearn'],
    ]);

    const { [`moons_eps0.3_minPts5`]: python } = readJson<{
      'moons_eps0.3_minPts5': { n: number; noise: number; ncore: number; labels: number[] };
    }>('hdbscan/sklearn_dbscan_optics.json');
    expect(clusters).toEqual(python.labels);
    expect(report).toMatchObject({ clusters: python.n, noise: python.noise, core: python.ncore });
    const r = readJson<Record<string, number[]>>('rdbscan/r_dbscan_oracles.json');
    expect(clusters).toEqual(fromR(r['moons_dbscan_eps0.3_minPts5']!));
  });

  it('finds the shapes of t4.8k as R does', async () => {
    const lines = readFileSync(sharedOracle('rdbscan/t4.8k.dat'), 'utf8').trim().split('\n');
    const input = write('t4.csv', ['x,y', ...lines.map((line) => line.trim().replace(/\s+/, ','))]);

    const { report, clusters } = await dbscan(input, [
      ...['--eps', '8.5', '--min-points', '10', '--labels', 'sklearn'],
    ]);

    const { 't4.8k_dbscan_eps8.5_minPts10': r } = readJson<{
      't4.8k_dbscan_eps8.5_minPts10': { ncl: number; noise: number; labels: number[] };
    }>('rdbscan/r_dbscan_oracles.json');
    expect(report).toMatchObject({ n: 8000, clusters: r.ncl, noise: r.noise });
    expect(clusters).toEqual(fromR(r.labels));
  });

  it('finds the digital firms of South Yorkshire as R does', async () => {
    const { numbers, input } = digitalFirms();

    const { report, clusters } = await dbscan(input, [
      ...['--x', 'Easting', '--y', 'Northing', '--labels', 'sklearn'],
      ...['--eps', '250', '--min-points', '20'],
    ]);

    expect(report).toMatchObject({ n: 4293, clusters: 22, noise: 2629 });
    const expected = oracleOfSouthYorkshire();
    const theirs = numbers.map((number) => expected.get(number)! - 1);
    expect(clusters).toEqual(theirs);
  });
});

it.each(['nearest', 'postgis', 'star'])(
  'labels the shuffled firms of South Yorkshire the same by %s, core points and noise as in R',
  async (labels) => {
    const { input } = digitalFirms();
    const [header, ...rows] = readFileSync(input, 'utf8').trim().split('\n');
    const order = rows.map((_, i) => (i * 1009) % rows.length); // 1009 does not divide 4293
    const shuffled = write('shuffled.csv', [header!, ...order.map((i) => rows[i]!)]);
    const options = ['--x', 'Easting', '--y', 'Northing', '--eps', '250', '--min-points', '20'];
    const straight = await dbscan(input, [...options, '--labels', labels]);
    const reference = await dbscan(input, [...options, '--labels', 'sklearn']);

    const again = await dbscan(shuffled, [...options, '--labels', labels]);

    expect(again.clusters).toEqual(order.map((i) => straight.clusters[i]));
    expect(again.report.sizes).toEqual(straight.report.sizes);
    const isCore = (kind: string) => kind === 'core';
    expect(straight.kinds.map(isCore)).toEqual(reference.kinds.map(isCore));
    if (labels !== 'star') expect(straight.kinds).toEqual(reference.kinds);
    else expect(straight.report.noise).toBe(4293 - reference.report.core);
  },
);

it('measures degrees in metres: 250 m around Sheffield', async () => {
  const { degrees } = digitalFirms();
  const { report } = await dbscan(degrees, [
    ...['--lon', 'lon', '--lat', 'lat', '--eps', '250', '--min-points', '20'],
  ]);

  // positions are rounded to six decimals, 0.1 m: a few pairs of postcodes change sides of 250 m
  expect(Math.abs(report.noise - 2629)).toBeLessThan(60);
  expect(Math.abs(report.clusters - 22)).toBeLessThan(2);
});

it.each([
  ['a column that is not there', ['x,y', '1,2'], ['--x', 'Easting'], 1, /no column “Easting”/],
  ['text for a number', ['x,y', '1,2', '3,oops'], [], 1, /row 2 \(line 3\): “oops” in column y/],
  ['an empty cell', ['x,y', '1,'], [], 1, /row 1 \(line 2\): “” in column y/],
  ['an empty file', [], [], 1, /is empty/],
  ['a negative weight', ['x,y,w', '1,2,-1'], ['--weight', 'w'], 1, /weight -1 is negative/],
  ['a place off the grid', ['a,b', '13.4,52.5'], ['--lon', 'a', '--lat', 'b'], 1, /outside Great/],
  ['half a position', ['a,b', '1,2'], ['--lon', 'a'], 2, /belong together/],
])('refuses %s with a reason', async (_, lines, options, code, reason) => {
  const input = write('bad.csv', lines);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'dbscan', '--input', input, '--eps', '1', '--min-points', '2', ...options],
  );

  expect(exitCode).toBe(code);
  expect(stderr).toMatch(reason);
});

async function dbscan(input: string, options: string[]): Promise<Labelled> {
  const out = join(folder, 'out.csv');
  const { result, exitCode } = await atlas<DbscanReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'dbscan', '--input', input, '--out', out, ...options],
  );
  expect(exitCode).toBe(0);
  const [header, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
  expect(header).toBe('row,cluster,kind,probability,outlier_score');
  const fields = rows.map((row) => row.split(','));
  expect(fields.map(([row]) => Number(row))).toEqual(rows.map((_, i) => i + 1));
  return {
    report: result,
    clusters: fields.map(([, cluster]) => Number(cluster)),
    kinds: fields.map(([, , kind]) => kind!),
  };
}

/** The active companies whose first sector is in the divisions 58 to 63, in the register's order. */
function digitalFirms(): { numbers: string[]; input: string; degrees: string } {
  const chosen = new Set(
    unpacked(SOUTH_YORKSHIRE).flatMap((line) => {
      const cells = line.slice(1, -1).split('","');
      const isDigital = /^(58|59|60|61|62|63)\d{3} /.test(cells[26]!);
      return cells[11] === 'Active' && isDigital ? [cells[1]!] : [];
    }),
  );
  const places = unpacked(sharedData('companies-house-south-yorkshire/sy_geocoded.csv.gz'))
    .map((line) => line.split(','))
    .filter(([number]) => chosen.has(number!));
  return {
    numbers: places.map(([number]) => number!),
    input: write('firms.csv', [
      'Number,Easting,Northing',
      ...places.map(([number, , easting, northing]) => `${number},${easting},${northing}`),
    ]),
    degrees: write('degrees.csv', [
      'Number,lat,lon',
      ...places.map(([number, , , , latitude, longitude]) => `${number},${latitude},${longitude}`),
    ]),
  };
}

/** The cluster of each company number; 0 for noise. */
function oracleOfSouthYorkshire(): Map<string, number> {
  const lines = unpacked(sharedOracle('south-yorkshire/digital_dbscan_eps250_min20.csv.gz'));
  return new Map(
    lines.map((line) => {
      const [number, cluster] = line.replaceAll('"', '').split(',');
      return [number!, Number(cluster)];
    }),
  );
}

/** Lines after the header. */
function unpacked(path: string): string[] {
  return gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/).slice(1);
}

function write(name: string, lines: readonly string[]): string {
  return writeLines(folder, name, lines);
}

/** R counts clusters from 1 and has 0 for noise. */
function fromR(labels: readonly number[]): number[] {
  return labels.map((label) => label - 1);
}
