import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import {
  ComputeFolder,
  expectNear,
  ORACLE_DIGITS,
  REGION_HEADER,
} from '../support/compute-folder.js';
import { readRows } from '../support/oracle-files.js';
import { definitions, econGeo, reatOracles } from '../support/regional-oracles.js';
import { sharedData } from '../support/shared-data.js';

let folder: ComputeFolder;

beforeAll(() => {
  folder = new ComputeFolder(mkdtempSync(join(tmpdir(), 'atlas-specialisation-')));
});

afterAll(() => {
  rmSync(folder.path, { recursive: true, force: true });
});

describe('location quotients', () => {
  it('has the textbook’s quotient, its transforms and its interval', async () => {
    const { locq_FarhauerKroell2013: reat } = reatOracles();
    const { lq_family: exact } = definitions();

    const [row] = await lq(regionAndRest(exact, [exact.e_ij], [exact.e_i]), [
      ...['--method', 'symmetric', 'log'],
    ]);

    expect(Number(row!['lq'])).toBeCloseTo(reat.LQ, ORACLE_DIGITS);
    expect(Number(row!['lq'])).toBeCloseTo(exact.LQ, 14);
    expect(Number(row!['symmetric_lq'])).toBeCloseTo(exact.SLQ_symmetric, 14);
    expect(Number(row!['log_lq'])).toBeCloseTo(exact.logLQ, 14);
    expect(Number(row!['low'])).toBeCloseTo(exact.CI95_log_delta[0], 14);
    expect(Number(row!['high'])).toBeCloseTo(exact.CI95_log_delta[1], 14);
  });

  it('has Göttingen’s fifteen quotients as REAT has them', async () => {
    const { locq_Goettingen2017: reat } = reatOracles();
    const listed = reat.e_ij.reduce((sum, jobs) => sum + jobs, 0);

    const rows = await lq(folder.againstRest(reat.e_ij, reat.e_i));

    // REAT was given 69,403 jobs of all sections for the region, 2,120 more than in those listed
    const share = listed / reat.e_j;
    expectNear(
      rows.slice(0, 15).map((row) => Number(row['lq']) * share),
      reat.LQ,
    );
  });

  it('has the quotients of five regions as EconGeo has them', async () => {
    const { mat5, LQ, LQ_binary } = econGeo();

    const rows = await lq(folder.matrix(mat5));

    const quotients = rows.map((row) => Number(row['lq']));
    expectNear(quotients, LQ.flat());
    expect(quotients.map((quotient) => Number(quotient >= 1))).toEqual(LQ_binary.flat());
  });

  it('has the cluster index of REAT', async () => {
    const { litzenberger: of } = reatOracles();
    const input = folder.write('cluster.csv', 'region,sector,value,plants,area,people', [
      ['here', 'all', of.e_ij, of.b_ij, of.a_j, of.p_j],
      ['rest', 'all', of.e_i - of.e_ij, of.b_i - of.b_ij, of.a - of.a_j, of.p - of.p_j],
    ]);

    const [row] = await lq(input, [
      ...['--establishments', 'plants', '--area', 'area', '--population', 'people'],
    ]);

    expect(Number(row!['cluster_index'])).toBeCloseTo(of.CI, 10);
    expect(Number(row!['density'])).toBeCloseTo(1743 / 50, 12);
  });

  it('measures employment in Great Britain as the data’s own notes do', async () => {
    const rows = await lq(BRES, BRES_COLUMNS);

    // README of bres-employment: Greater Manchester against Great Britain
    const quotients = new Map(
      rows
        .filter(({ region }) => region === 'UKD3')
        .map((row) => [row['sector'], Number(row['lq'])]),
    );
    expect(quotients.get('60200')).toBeCloseTo(2.631, 3);
    expect(quotients.get('59113')).toBeCloseTo(0.641, 3);
    expect(quotients.get('62012')).toBeCloseTo(0.783, 3);
    expect(quotients.get('62020')).toBeCloseTo(0.752, 3);
    expect(quotients.get('63120')).toBeCloseTo(0.348, 3);
  });

  // the data of U.S. Cluster Mapping of 2016 is not among the shared; its rule, written down anew
  it('flags the clusters of 40 regions as the published rule does', async () => {
    const rows = await lq(BRES, [...BRES_COLUMNS, '--establishments', 'date']);

    // every row has the same number of establishments: none exceeds their quartile
    expect(rows.every((row) => row['qualifying'] === 'false')).toBe(true);
    const without = await lq(BRES, BRES_COLUMNS);
    const cells = bres().map((cell, i) => ({ ...cell, quotient: Number(without[i]!['lq']) }));
    const rules = new Map<string, (cell: (typeof cells)[0]) => boolean[]>();
    for (const name of new Set(cells.map(({ sector }) => sector))) {
      const present = cells.filter(({ sector, jobs }) => sector === name && jobs > 0);
      const jobs25 = quantile(
        present.map(({ jobs }) => jobs),
        0.25,
      );
      const quotients = present.map(({ quotient }) => quotient);
      const [q25, q50, q75, q90] = [0.25, 0.5, 0.75, 0.9].map((share) =>
        quantile(quotients, share),
      );
      rules.set(name, ({ jobs, quotient }) =>
        [
          quotient > q25!,
          quotient > q50!,
          quotient >= q75! && quotient >= 1,
          quotient >= q90! && quotient >= 1,
        ].map((isHigh) => isHigh && jobs > jobs25),
      );
    }
    const flags = without.map((row) => FLAGS.map((flag) => row[flag] === 'true'));
    expect(flags).toEqual(cells.map((cell) => rules.get(cell.sector)!(cell)));
    expect(flags.flat().filter(Boolean).length).toBeGreaterThan(10_000); // the case is a case
  });

  it('does not depend on the order of rows, nor on how a pair is split', async () => {
    const { mat5 } = econGeo();
    const cells = mat5.flatMap((row, r) =>
      row.map((value, s) => [`R${r}`, `I${s}`, value] as const),
    );
    const split = cells.flatMap(
      ([r, s, value]) =>
        [
          [r, s, value * 0.25],
          [r, s, value * 0.75],
        ] as const,
    );
    const options = ['--method', 'standardised', 'bootstrap', 'empirical-bayes', 'dartboard'];
    const straight = new Map(
      (await lq(folder.write('straight.csv', REGION_HEADER, cells), options)).map((row) => [
        `${row['region']} ${row['sector']}`,
        row,
      ]),
    );

    const rows = await lq(folder.write('split.csv', REGION_HEADER, split.toReversed()), options);

    for (const row of rows) expect(row).toEqual(straight.get(`${row['region']} ${row['sector']}`));
  });

  it.each([
    ['a negative value', [['a', 'b', -1]], [], 1, /value -1 is negative/],
    ['an empty region', [['', 'b', 1]], [], 1, /column region is empty/],
    [
      'an area that changes',
      [
        ['a', 'b', 1],
        ['a', 'c', 2],
      ],
      ['--area', 'value'],
      1,
      /before/,
    ],
    ['people without area', [['a', 'b', 1]], ['--population', 'value'], 2, /needs --area/],
    ['half a count', [['a', 'b', 1.5]], ['--method', 'binomial'], 1, /not a whole number/],
  ] as const)('refuses %s with a reason', async (_, rows, options, code, reason) => {
    const input = folder.write('bad.csv', REGION_HEADER, rows);

    const { exitCode, stderr } = await atlas(
      { ATLAS_DATA_DIR: folder.path },
      ...['compute', 'lq', '--input', input, '--value', 'value', ...options],
    );

    expect(exitCode).toBe(code);
    expect(stderr).toMatch(reason);
  });

  it('has no quotient of an empty region, and 0 where it has none of a sector', async () => {
    const input = folder.write('empty.csv', REGION_HEADER, [
      ['empty', 'b', 0],
      ['full', 'b', 3],
      ['other', 'c', 4],
      ['other', 'b', 0],
    ]);

    const rows = await lq(input);

    expect(rows.map(({ lq, low }) => [lq, low])).toEqual([
      ['', ''],
      [String(7 / 3), expect.any(String)],
      [String(1 / (4 / 7)), expect.any(String)],
      ['0', ''],
    ]);
  });
});

const FLAGS = ['qualifying', 'significant', 'strong', 'strong10'] as const;
const BRES = sharedData('bres-employment/bres_open_itl2_sic5_2021.csv');
const BRES_COLUMNS = [
  ...['--region', 'geography_code', '--sector', 'industry_code', '--value', 'count'],
];

/** The lines of `--out`. */
async function lq(
  input: string,
  options: readonly string[] = [],
): Promise<Record<string, string>[]> {
  const out = join(folder.path, 'lq.csv');
  const value = options.includes('--value') ? [] : ['--value', 'value'];
  await folder.compute('lq', input, ['--out', out, ...value, ...options]);
  return readRows(out);
}

/** The same, with one more sector for what the totals have beyond the sectors. */
function regionAndRest(
  { e_j, e }: { e_j: number; e: number },
  own: readonly number[],
  all: readonly number[],
): string {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return folder.againstRest([...own, e_j - sum(own)], [...all, e - sum(all)]);
}

/** Of the file, in its order. */
function bres(): { sector: string; jobs: number }[] {
  const lines = readFileSync(BRES, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [, sector, jobs] = /,"([^"]*)",(\d+)$/.exec(line)!;
    return { sector: sector!, jobs: Number(jobs) };
  });
}

/** R's type 7. */
function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  const place = (ascending.length - 1) * share;
  const below = ascending[Math.floor(place)]!;
  return below + (ascending[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
