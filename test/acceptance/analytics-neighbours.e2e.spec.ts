import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { esda, homicides, type GlobalReport } from '../support/autocorrelation-oracles.js';
import { expectClose, runLocalMeasure, runMeasure } from '../support/measure-run.js';
import { writeLines } from '../support/oracle-files.js';

const { stl } = esda;
const NORMAL = ['--permutations', '0'];

/** Milliseconds: each run starts a program. */
const LONG = 30_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-neighbours-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the homicides of St Louis', () => {
  it(
    'are the same in another order, to the last digit, permutations and all',
    async () => {
      const order = stl.y.map((_, i) => (i * 31) % 78); // 31 and 78 have no common factor
      const options = ['--permutations', '499', '--family-wise'];
      const straight = await local('local-moran', homicides(folder), options);
      const global = await run('autocorrelation', homicides(folder));

      const shuffled = await local('local-moran', homicides(folder, order), options);
      const globalShuffled = await run('autocorrelation', homicides(folder, order));

      const without = ({ row: _row, ...rest }: Record<string, string>): object => rest;
      expect(shuffled.rows.map(without)).toEqual(order.map((i) => without(straight.rows[i]!)));
      expect(comparable(globalShuffled.result)).toEqual(comparable(global.result));
    },
    LONG,
  );

  it(
    'need no more than GeoDa’s files',
    async () => {
      const { id_order: ids, neighbors } = stl;
      const gal = write('stl.gal', [
        `0 ${ids.length} stl POLY_ID`,
        ...ids.flatMap((id) => [`${id} ${neighbors[id]!.length}`, neighbors[id]!.join(' ')]),
      ]);
      const gwt = write('stl.gwt', [
        `0 ${ids.length} stl POLY_ID`,
        ...ids.flatMap((id) => neighbors[id]!.map((other) => `${id} ${other} 1`)),
      ]);
      const { result } = await run<{ moran: object }>('autocorrelation', homicides(folder));

      for (const weights of [gal, gwt]) {
        const again = await run<{ moran: object }>('autocorrelation', [
          ...homicides(folder).map((word) => (word.endsWith('weights.csv') ? weights : word)),
        ]);
        expect(again.result.moran).toEqual(result.moran);
      }
    },
    LONG,
  );
});

it('0 to 8 on a grid of three by three have the I of esda', async () => {
  const input = write('grid.csv', ['y', ...Array.from({ length: 9 }, (_, i) => String(i))]);

  const { result } = await run<{ moran: GlobalReport }>('autocorrelation', [
    ...['--input', input, '--value', 'y', '--grid', '3', '--contiguity', 'rook', '--style', 'raw'],
  ]);

  const { statistic, normality, randomisation } = result.moran;
  expectClose(
    [statistic, normality.variance, randomisation.variance],
    [esda.lat3x3.I, esda.lat3x3.VI_norm, esda.lat3x3.VI_rand],
  );
});

it(
  'areas of a GeoJSON file are neighbours where they touch; one that touches none has no statistic',
  async () => {
    const square = (id: string, x: number, y: number) => ({
      type: 'Feature',
      properties: { code: id },
      geometry: {
        type: 'Polygon',
        coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]], // prettier-ignore
      },
    });
    const features = [square('c', 9, 9), square('b', 1, 0), square('a', 0, 0), square('d', 2, 1)];
    const areas = write('areas.json', [JSON.stringify({ type: 'FeatureCollection', features })]);
    const input = write('rates.csv', ['code,rate', 'a,1', 'b,2', 'c,3', 'd,4']);
    const options = ['--input', input, '--id', 'code', '--value', 'rate', '--areas', areas];

    const queen = await local('local-geary', options, [
      ...NORMAL,
      ...'--contiguity queen --style raw'.split(' '),
    ]);
    const rook = await local('local-geary', options, [
      ...NORMAL,
      ...'--contiguity rook --style raw'.split(' '),
    ]);

    // the variance of 1 to 4 is 5/4; by hand: a-b 1, b-d 4
    expectClose(queen.column('statistic'), [0.8, 4, NaN, 3.2]);
    expectClose(rook.column('statistic'), [0.8, 0.8, NaN, NaN]);
    expect(queen.result).toMatchObject({ islands: [3] });
    expect(rook.result).toMatchObject({ islands: [3, 4] });
  },
  LONG,
);

it(
  'joins and co-location quotients come with the exact probability for each row',
  async () => {
    const input = write('types.csv', [
      'x,y,type',
      '0,0,A',
      '1,0,B',
      '10,0,A',
      '11,0,B',
      '20,0,A',
      '22,0,A',
    ]);
    const options = ['--input', input, '--type', 'type', '--k', '1'];

    const joins = await run<{ pairs: object[] }>('join-counts', options);
    const { column } = await local('colocation', options, ['--from', 'A', '--to', 'B']);

    // three pairs side by side, of which two are A and B; by hand
    const [aa, ab, bb] = [1, 2, 0].map(
      (statistic) => expect.objectContaining({ statistic }) as object,
    );
    expect(joins.result.pairs).toEqual([aa, ab, bb]);
    expectClose(column('statistic'), [2.5, NaN, 2.5, NaN, 0, 0]);
    expectClose(column('p'), [0.4, NaN, 0.4, NaN, 1, 1]);
  },
  LONG,
);

it(
  'a row without a neighbour, equal values and no rows are no numbers, and no errors',
  async () => {
    const places = write('island.csv', ['x,y,v', '0,0,1', '1,0,1', '2,0,1', '900,0,1']);
    const empty = write('empty.csv', ['x,y,v']);

    const island = await local('getis-ord', ['--input', places, '--value', 'v', '--band', '1']);
    const nothing = await local('local-moran', ['--input', empty, '--value', 'v', '--band', '1']);

    expect(island.result).toMatchObject({ islands: [4], g: { statistic: null } });
    expect(island.rows.map(({ z, p }) => [z, p])).toEqual(Array(4).fill(['', '']));
    expect(nothing.rows).toEqual([]);
    expect(nothing.result).toMatchObject({ n: 0, i: { statistic: null } });
  },
  LONG,
);

it('says that too few permutations cannot find a single outlier', async () => {
  const { result } = await run<{ warnings: string[] }>('local-moran', homicides(folder));

  // 2 p-values of 1 / 1000 against 0.05 / 78; 2 * 78 / 0.05 - 1
  expect(result.warnings.join()).toMatch(/single outlier among 78 rows.*--permutations 3119/s);
});

it.each([
  ['neighbours of two kinds', '--k 2 --band 9', 2, /one of --k, --band/],
  ['no neighbours', '--alpha 0.1', 2, /one of --k, --band/],
  ['more neighbours than there are rows', '--k 9', 1, /k is 9/],
  ['a negative value', '--band 9 --value x', 1, /negative value -1/],
  ['text for a value', '--band 9 --value id', 1, /“a” in column id/],
  ['a kernel for a grid', '--grid 3 --contiguity rook --kernel quartic', 2, /--kernel goes/],
  ['a grid that rows do not fill', '--grid 2 --contiguity rook', 1, /3 rows are no grid of 2/],
  ['areas without a piece', '--areas a.json --k 2', 2, /--contiguity goes/],
  ['tests of nothing', '--k 2 --family-wise --permutations 0', 2, /needs --permutations/],
])('refuses %s with a reason', async (_, options, code, reason) => {
  const input = write('bad.csv', ['id,x,y,v', 'a,-1,0,1', 'b,0,5,2', 'c,3,3,4']);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'getis-ord', '--input', input, '--value', 'v', ...options.split(' ')],
  );

  expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringMatching(reason) });
});

it.each([
  ['a row that is not there', ['i,j', 'a,z'], /names the row “z”/],
  ['a link twice', ['i,j', 'a,b', 'a,b'], /there twice/],
  ['a negative weight', ['i,j,w', 'a,b,-1'], /w -1 is negative/],
  ['no columns i and j', ['from,to', 'a,b'], /no column “i”/],
])('refuses a file of weights with %s', async (_, lines, reason) => {
  const input = write('bad.csv', ['id,v', 'a,1', 'b,2', 'c,4']);
  const weights = write('bad-weights.csv', lines);

  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...[
      'compute',
      'local-moran',
      '--input',
      input,
      '--value',
      'v',
      '--id',
      'id',
      '--weights',
      weights,
    ],
  );

  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(reason) });
});

async function run<Result>(measure: string, input: string[], options: string[] = []) {
  return { result: await runMeasure<Result>(folder, measure, [...input, ...options]) };
}

function local(measure: string, input: string[], options: string[] = []) {
  return runLocalMeasure(folder, measure, [...input, ...options]);
}

/** Without what differs between any two runs. */
function comparable(result: unknown): object {
  return { ...(result as object), seconds: 0 };
}

function write(name: string, lines: readonly string[]): string {
  return writeLines(folder, name, lines);
}
