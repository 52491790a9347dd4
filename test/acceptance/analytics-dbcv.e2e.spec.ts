import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

interface DbcvReport {
  n: number;
  score: number | null;
  noise: number;
  clusters: { cluster: string; sparseness: number; separation: number; validity: number }[];
  warnings: string[];
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-dbcv-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// by numpy from the definitions, each tree grown as R's dbscan 1.2 does: from the first row, of two
// rows as near the first, which joins the earliest of those that it is as near to
it('scores R’s DBSCAN of the moons as the definitions do', async () => {
  const { score, noise, clusters } = await dbcv([moons(), '--ties', 'row']);

  expect(score).toBeCloseTo(0.5967646895954343, 12);
  expect(noise).toBe(8);
  expect(clusters.map(({ cluster }) => cluster)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  expectClose(clusters[0]!, [0.3369750990610374, 0.6571279187284539, 0.487200148620856]);
  expectClose(clusters[5]!, [0.2743802808208098, 1.28193305106123, 0.785963642490013]);
});

it('scores with squared distances', async () => {
  const { score, clusters } = await dbcv([moons(), '--ties', 'row', '--distance', 'squared']);

  expect(score).toBeCloseTo(0.7936993365616241, 12);
  expectClose(clusters[6]!, [0.053821455852577, 0.885882957162986, 0.9392454099975706]);
});

it('writes a line for each cluster, and has no score without two', async () => {
  const out = join(folder, 'out.csv');
  const lines = ['x,y,group', '0,0,a', '1,0,a', '2,0,a', '9,0,', '10,0,b', '11,0,b', '12,0,b'];

  const both = await dbcv([
    ...[writeLines(folder, 'two.csv', lines), '--cluster', 'group', '--out', out],
  ]);
  const one = await dbcv([writeLines(folder, 'one.csv', lines.slice(0, 6)), '--cluster', 'group']);

  // the ends of three in a row have the core distance √1.6
  expect(both.score).toBeCloseTo((6 / 7) * (1 - Math.sqrt(1.6) / 10), 12);
  const [header, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
  expect(header).toBe('cluster,rows,sparseness,separation,validity');
  expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual([
    ['a', '3'],
    ['b', '3'],
  ]);
  expect(one).toMatchObject({ n: 5, score: null, noise: 5, clusters: [] });
  expect(one.warnings.join()).toMatch(/no two clusters/);
});

it('refuses a column that is not there', async () => {
  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'dbcv', '--input', writeLines(folder, 'bad.csv', ['x,y', '1,2'])],
  );

  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/no column “cluster”/);
});

async function dbcv([input, ...options]: string[]): Promise<DbcvReport> {
  const { result, exitCode } = await atlas<DbcvReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'dbcv', '--input', input!, ...options],
  );
  expect(exitCode).toBe(0);
  return result;
}

/** With R's labels, which has 0 for noise. */
function moons(): string {
  const r = readJson<Record<string, number[]>>('rdbscan/r_dbscan_oracles.json');
  const labels = r['moons_dbscan_eps0.3_minPts5']!;
  const [, ...rows] = readFileSync(sharedOracle('rdbscan/moons.csv'), 'utf8').trim().split('\n');
  return writeLines(folder, 'moons.csv', [
    'x,y,cluster',
    ...rows.map((row, i) => `${row},${labels[i]! - 1}`),
  ]);
}

function expectClose(
  { sparseness, separation, validity }: DbcvReport['clusters'][number],
  expected: number[],
): void {
  [sparseness, separation, validity].forEach((value, i) =>
    expect(value).toBeCloseTo(expected[i]!, 12),
  );
}
