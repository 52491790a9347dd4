import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';

interface Oracles {
  co6: number[][];
  rel_prob: number[][];
  rel_assoc: number[][];
  rel_cos: number[][];
  rel_jac: number[][];
  HH2009_FigS4: number[][];
  HH_diversity: number[];
  HH_ubiquity: number[];
  MORc_1: number[];
  MORc_2: number[];
  reldens_in: { mat: number[][]; rel: number[][] };
  reldens: number[][];
  ECI_definition_zscore: { eigenvalues: number[]; eci_sample_sd: number[]; eci_pop_sd: number[] };
}

interface ComplexityReport {
  regions: { region: string; diversity: number; complexity: number }[];
  sectors: { sector: string; ubiquity: number; complexity: number }[];
  eigenvalues: [number, number];
  signIsWeak: boolean;
  reflections: { regions: number[]; sectors: number[] }[];
}

const oracles = readJson<Oracles>('econgeo/econgeo_oracles.json');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-complexity-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Cells of a matrix as lines, all of them, so that each region and sector is named. */
function cells(matrix: number[][], header: string): string[] {
  return [header, ...matrix.flatMap((row, i) => row.map((value, j) => `r${i},s${j},${value}`))];
}

async function compute<Report>(...words: string[]): Promise<Report> {
  const { result, exitCode, stderr } = await atlas<Report>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', ...words],
  );
  expect([exitCode, stderr]).toEqual([0, '']);
  return result;
}

const near = (values: number[], digits: number) =>
  values.map((value): unknown => expect.closeTo(value, digits));

it('finds the complexity of the definition for figure S4 of Hidalgo and Hausmann', async () => {
  // the threshold is so low that every pair with jobs is an advantage
  const input = writeLines(folder, 's4.csv', cells(oracles.HH2009_FigS4, 'region,sector,value'));

  const report = await compute<ComplexityReport>(
    ...['complexity', '--input', input, '--value', 'value', '--threshold', '1e-9'],
    ...['--reflections', '2'],
  );

  expect(report.regions.map(({ diversity }) => diversity)).toEqual(oracles.HH_diversity);
  expect(report.sectors.map(({ ubiquity }) => ubiquity)).toEqual(oracles.HH_ubiquity);
  expect(report.reflections[1]!.regions).toEqual(near(oracles.MORc_1, 11));
  expect(report.reflections[2]!.regions).toEqual(near(oracles.MORc_2, 11));
  const { eigenvalues, eci_pop_sd, eci_sample_sd } = oracles.ECI_definition_zscore;
  expect(report.eigenvalues).toEqual(near(eigenvalues.slice(1, 3), 11));
  const found = report.regions.map(({ complexity }) => complexity);
  expect(found).toEqual(near(eci_pop_sd, 10));
  expect(found.map((value) => value * Math.sqrt(3 / 4))).toEqual(near(eci_sample_sd, 10));
  expect(report.signIsWeak).toBe(true);
});

it('measures the density of relations that are given, as EconGeo to its two decimals', async () => {
  const input = writeLines(folder, 'mat.csv', cells(oracles.reldens_in.mat, 'region,sector,value'));
  const lines = cells(oracles.reldens_in.rel, 'source,target,value');
  const relations = writeLines(
    folder,
    'rel.csv',
    lines.map((line) => line.replace(/^r(\d)/, 's$1')),
  );
  const out = join(folder, 'density.csv');

  await compute(
    ...['complexity', '--input', input, '--value', 'value', '--threshold', '1e-9'],
    ...['--relations', relations, '--out', out],
  );

  const densities = readRows(out).map(({ density }) => 100 * Number(density));
  expect(densities).toEqual(near(oracles.reldens.flat(), 2));
});

it.each([
  ['probability', 'rel_prob'],
  ['association', 'rel_assoc'],
  ['cosine', 'rel_cos'],
  ['jaccard', 'rel_jac'],
] as const)('relates by %s as EconGeo does', async (method, name) => {
  const names = oracles.co6.map((_, i) => i);
  const pairs = names.flatMap((i) => names.filter((j) => j > i).map((j) => [i, j] as const));
  const input = writeLines(folder, 'co6.csv', [
    'source,target,value',
    ...pairs.map(([i, j]) => `s${i},s${j},${oracles.co6[i]![j]}`),
  ]);
  const out = join(folder, `${method}.csv`);

  await compute('relatedness', '--input', input, '--method', method, '--out', out);

  expect(readRows(out).map((row) => Number(row['relatedness']))).toEqual(
    near(
      pairs.map(([i, j]) => oracles[name][i]![j]!),
      11,
    ),
  );
});

it('refuses regions that share no sector', async () => {
  const input = writeLines(folder, 'split.csv', ['region,sector', 'a,x', 'b,y']);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'complexity', '--input', input],
  );

  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/The regions are disconnected: they fall into 2 groups/);
});
