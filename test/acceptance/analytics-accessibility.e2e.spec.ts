import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';

type Oracle = Record<Method, number[]> & {
  xy: [number, number][];
  pop: number[];
  supply: number[];
};
type Method = '2sfca' | 'e2sfca_step_10_1_20_.68_30_.22' | 'e2sfca_gaussian_sigma10' | '3sfca_step';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-access-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each<[Method, string[]]>([
  ['2sfca', []],
  ['e2sfca_step_10_1_20_.68_30_.22', ['--decay', 'steps:10=1,20=0.68,30=0.22']],
  ['e2sfca_gaussian_sigma10', ['--decay', 'gaussian:10']],
  // the weights that pysal/access takes for three stages unless others are given
  ['3sfca_step', ['--selection', '--decay', 'steps:10=0.962,20=0.704,30=0.377']],
])('supplies twelve zones by %s as pysal/access does', async (method, options) => {
  const oracle = readJson<Oracle>('access/fca_oracles.json');
  const zones = oracle.xy.map(([x, y], i) => `${x},${y},${oracle.pop[i]},${oracle.supply[i]}`);
  const input = writeLines(folder, 'zones.csv', ['x,y,people,desks', ...zones]);
  const out = join(folder, 'access.csv');

  const { exitCode, result } = await atlas<{ served: number }>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'access', '--input', input, '--weight', 'people', '--supply', input],
    ...['--capacity', 'desks', '--reach', '30', '--out', out, ...options],
  );

  expect(exitCode).toBe(0);
  const found = readRows(out).map(({ access }) => Number(access));
  found.forEach((access, i) => expect(access).toBeCloseTo(oracle[method][i]!, 14));
  expect(result.served).toBeCloseTo(
    oracle.supply.reduce((sum, desks) => sum + desks, 0),
    9,
  );
});
