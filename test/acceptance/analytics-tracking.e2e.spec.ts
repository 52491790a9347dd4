import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';

interface Report {
  n: number;
  steps: {
    counts: Record<string, number>;
    clustersBefore: {
      cluster: string;
      identity: string;
      kind: string;
      into: string[];
      overlap: number;
      size?: string;
      hasShifted?: boolean | null;
    }[];
    clustersAfter: { cluster: string; identity: string; kind: string; from: string[] }[];
    overlaps: { before: string; after: string; overlap: number; jaccard: number }[];
  }[];
}

interface MonicStep {
  Overlap: number[][];
  Cluster_Tracex: string[];
  Cluster_Tracey: string[];
  SurvivalCanx: number | number[];
  SurvivalCany: number | number[];
  Survive: number;
  Split: number;
  Died: number;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-tracking-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('tells the five cases by hand: survival, merge, split, end and beginning', async () => {
  const { old, new: young, jaccard, containment_old } = temporal();
  const [before, after] = [
    write('old.csv', old, [50, ...young['n']!]),
    write('new.csv', young, [9, 28, 29, ...old['D']!]),
  ];

  const { report, rows } = await track([before], after);

  const [step] = report.steps;
  const became = step!.clustersBefore.map(({ cluster, kind, into }) => [cluster, kind, into]);
  expect(became).toEqual([
    ['A', 'survive', ['a']],
    ['B', 'absorbed', ['bc']],
    ['C', 'absorbed', ['bc']],
    ['D', 'dissolve', []],
    ['E', 'split', ['e1', 'e2']],
  ]);
  expect(step!.clustersAfter.map(({ cluster, kind }) => [cluster, kind])).toEqual([
    ['a', 'survive'],
    ['bc', 'merge'],
    ['e1', 'part'],
    ['e2', 'part'],
    ['n', 'emerge'],
  ]);
  expect(matrix(step!.overlaps, 'overlap', Object.keys(old), Object.keys(young))).toEqual(
    containment_old,
  );
  expect(matrix(step!.overlaps, 'jaccard', Object.keys(old), Object.keys(young))).toEqual(jaccard);
  expect(step!.clustersAfter.map(({ identity }) => identity)).toEqual([
    ...['A', 'B', 'E', 'new-1', 'new-2'],
  ]);
  const flows = new Map(rows.map(({ id, flow }) => [id, flow]));
  expect(['m0', 'm50', 'm9', 'm20', 'm60'].map((id) => flows.get(id))).toEqual([
    ...['stayed', 'joined', 'left', 'moved', 'joined'],
  ]);
});

it('follows Data2D as clusTransition does', async () => {
  const { thresholds, sizes, step1, step2 } = readJson<{
    thresholds: { survive: number; split: number };
    sizes: { C1: number[]; C2: number[]; C3: number[] };
    step1: MonicStep;
    step2: MonicStep;
  }>('monic/monic_clusTransition_Data2D.json');
  const [first, second, third] = snapshots(
    [sizes.C1, sizes.C2, sizes.C3],
    [step1.Overlap, step2.Overlap],
  );

  const { report } = await track([first!, second!], third!, [
    ...['--members', 'all', '--look-back', '1'],
    ...['--tau', String(thresholds.survive), '--tau-split', String(thresholds.split)],
  ]);

  for (const [i, expected] of [step1, step2].entries()) {
    const { clustersBefore, clustersAfter, overlaps, counts } = report.steps[i]!;
    expect(clustersBefore.map(({ kind }) => (kind === 'absorbed' ? 'Merged' : 'Survive'))).toEqual(
      expected.Cluster_Tracex,
    );
    expect(clustersAfter.map(({ kind }) => (kind === 'merge' ? 'Absorbed' : 'Survived'))).toEqual(
      expected.Cluster_Tracey,
    );
    const survivors = clustersBefore.filter(({ kind }) => kind === 'survive');
    expect(survivors.map(({ cluster }) => Number(cluster))).toEqual([expected.SurvivalCanx].flat());
    expect(survivors.map(({ into }) => Number(into[0]))).toEqual([expected.SurvivalCany].flat());
    expect(counts).toMatchObject({
      survive: expected.Survive,
      split: expected.Split,
      dissolve: expected.Died,
      emerge: 0,
    });
    for (const { before, after, overlap } of overlaps) {
      expect(overlap).toBeCloseTo(expected.Overlap[Number(before) - 1]![Number(after) - 1]!, 12);
    }
  }
});

it('knows a cluster again after a gap, and tells how another changed', async () => {
  const columns = 'id,cluster,jobs,x,y';
  const there = ['a,1,5,0,0', 'b,1,5,10,0', 'c,2,1,500,0', 'd,2,1,520,0'];
  const gone = ['a,1,9,40,0', 'b,1,9,50,0', 'c,,1,500,0', 'd,-1,1,520,0'];
  const files = [there, gone, there].map((lines, i) =>
    writeLines(folder, `gap${i}.csv`, [columns, ...lines]),
  );

  const { report } = await track(files.slice(0, 2), files[2]!, [
    ...['--weight', 'jobs', '--x', 'x', '--y', 'y'],
  ]);

  expect(report.steps[0]!.clustersBefore).toMatchObject([
    { cluster: '1', kind: 'survive', size: 'grow', hasShifted: true, density: 'same' },
    { cluster: '2', kind: 'gap', into: ['2'] },
  ]);
  expect(report.steps[1]!.clustersAfter).toMatchObject([
    { cluster: '1', kind: 'survive', identity: '1' },
    { cluster: '2', kind: 'reappear', identity: '2', from: ['2'] },
  ]);
});

it('does not depend on the order of rows', async () => {
  const { old, new: young } = temporal();
  const lines = (clusters: Record<string, number[]>) =>
    linesOf(clusters, [100, 101]).map((line, i) => `${line},${i / 7},${i / 3},${(i % 5) / 10}`);
  const options = ['--x', 'x', '--y', 'y', '--weight', 'w'];
  const [straight, reversed] = ['straight', 'reversed'].map((name) =>
    [old, young].map((clusters, i) => {
      const rows = name === 'straight' ? lines(clusters) : lines(clusters).reverse();
      return writeLines(folder, `${name}${i}.csv`, ['id,cluster,x,y,w', ...rows]);
    }),
  );

  const one = await track([straight![0]!], straight![1]!, options);
  const other = await track([reversed![0]!], reversed![1]!, options);

  const rest = ({ before: _before, after: _after, ...step }: Record<string, unknown>) => step;
  expect(other.report.steps.map(rest)).toEqual(one.report.steps.map(rest));
});

it.each([
  ['a member twice', ['a,1', 'a,2'], [], 1, /is there twice/],
  ['an empty id', [',1'], [], 1, /column id is empty/],
  ['tau below a half', ['a,1'], ['--tau', '0.3'], 1, /tau is 0.3/],
  ['x without y', ['a,1'], ['--x', 'id'], 2, /belong together/],
] as const)('refuses %s with a reason', async (_, lines, options, code, reason) => {
  const input = save('bad.csv', lines);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'track', '--before', input, '--after', input, ...options],
  );

  expect(exitCode).toBe(code);
  expect(stderr).toMatch(reason);
});

async function track(before: readonly string[], after: string, options: readonly string[] = []) {
  const out = join(folder, 'track.csv');
  const { result, exitCode } = await atlas<Report>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'track', '--before', ...before, '--after', after, '--out', out, ...options],
  );
  expect(exitCode).toBe(0);
  return { report: result, rows: readRows(out) };
}

function linesOf(clusters: Record<string, readonly number[]>, none: readonly number[]): string[] {
  return [
    ...Object.entries(clusters).flatMap(([cluster, members]) =>
      members.map((member) => `m${member},${cluster}`),
    ),
    ...none.map((member) => `m${member},-1`),
  ];
}

function save(name: string, lines: readonly string[]): string {
  return writeLines(folder, name, ['id,cluster', ...lines]);
}

/** Members of clusters, and those who are alive in none. */
function write(
  name: string,
  clusters: Record<string, readonly number[]>,
  none: readonly number[],
): string {
  return save(name, linesOf(clusters, none));
}

function matrix(
  overlaps: Report['steps'][0]['overlaps'],
  figure: 'overlap' | 'jaccard',
  before: readonly string[],
  after: readonly string[],
): Record<string, Record<string, number>> {
  const find = (x: string, y: string) =>
    overlaps.find((pair) => pair.before === x && pair.after === y)?.[figure] ?? 0;
  return Object.fromEntries(
    before.map((x) => [x, Object.fromEntries(after.map((y) => [y, find(x, y)]))]),
  );
}

/**
 * Files with members that overlap so: the oracle has the sizes of the clusters and the shares of them
 * that are in each cluster of the next date.
 */
function snapshots(sizes: readonly number[][], shares: readonly number[][][]): string[] {
  let next = 0;
  let clusters = sizes[0]!.map((size) => Array.from({ length: size }, () => next++));
  const files = [clusters];
  shares.forEach((matrix, step) => {
    const moved: number[][] = sizes[step + 1]!.map(() => []);
    clusters.forEach((members, x) => {
      let from = 0;
      matrix[x]!.forEach((share, y) => {
        const count = Math.round(share * members.length);
        moved[y]!.push(...members.slice(from, from + count));
        from += count;
      });
    });
    clusters = moved.map((members, y) => [
      ...members,
      ...Array.from({ length: sizes[step + 1]![y]! - members.length }, () => next++),
    ]);
    files.push(clusters);
  });
  return files.map((members, i) =>
    write(`data2d-${i}.csv`, Object.fromEntries(members.map((own, k) => [k + 1, own])), []),
  );
}

function temporal() {
  return readJson<{
    temporal: {
      old: Record<string, number[]>;
      new: Record<string, number[]>;
      jaccard: Record<string, Record<string, number>>;
      containment_old: Record<string, Record<string, number>>;
    };
  }>('definitions/definitions.json').temporal;
}
