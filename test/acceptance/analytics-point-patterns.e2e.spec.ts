import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

type Curve = (number | null)[];

interface Dbmss {
  M_VAmericana: { r: number[]; M: number[] };
  Kd_VAmericana: { r: number[]; Kd: number[] };
  bw_Kd_VAmericana: { n_pairs: number; nrd0_d_le_2rmax: number; nrd0_all: number; SJ: number };
  K_VAmericana: { r: number[]; theo: number[]; iso: number[] };
  L_VAmericana: { r: number[]; theo: number[]; iso: number[] };
  window: { area: number };
  window_poly: [{ x: number[]; y: number[] }];
  M_VAmericana_envelope_RandomLocation_1000: {
    r: number[];
    obs: number[];
    mmean: number[];
    lo: Curve;
    hi: Curve;
  };
}

interface Spatstat {
  window: { x: [number, number]; y: [number, number] };
  n: number;
  Kest: Record<'r' | 'theo' | 'un' | 'border' | 'trans' | 'iso', number[]>;
}

interface Report {
  n: number;
  r: number[];
  low: Curve;
  high: Curve;
  mean: Curve;
}

interface KReport extends Report {
  k: number[];
  l: number[];
  windowArea: number;
}

interface KdReport extends Report {
  kd: number[];
  bandwidth: number;
  references: number;
  classification: string;
  goodnessOfFit: { dclf: { p: number }; mad: { p: number } };
  above: number[];
  below: number[];
}

/** 2,426 trees of Paracou, 90 of them Vouacapoua americana, in metres. */
const TREES = [
  ...['--input', sharedOracle('dbmss/paracou16.csv')],
  ...['--type', 'type', '--reference', 'V. Americana'],
];

/** Milliseconds: thousands of simulations. */
const PATIENCE = 60_000;

let folder: string;
let dbmss: Dbmss;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-point-patterns-'));
  dbmss = readJson('dbmss/dbmss_paracou16.json');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('M of the trees', () => {
  it('is that of dbmss to nine digits', async () => {
    const { r, M } = dbmss.M_VAmericana;

    const { m, n } = await compute<Report & { m: number[] }>('m-function', [
      ...TREES,
      ...['--weight', 'w', '--r', r.join(',')],
    ]);

    expect(n).toBe(2426);
    expectClose(m, M, 1e-9);
  });

  it(
    'has the band that 1,000 random locations have in dbmss, but for their randomness',
    async () => {
      const expected = dbmss.M_VAmericana_envelope_RandomLocation_1000;

      const { m, low, high, mean } = await compute<Report & { m: number[] }>('m-function', [
        ...TREES,
        ...['--weight', 'w', '--r', expected.r.join(',')],
        ...['--simulations', '2000', '--band', 'local', '--alpha', '0.05'],
      ]);

      expectClose(m, expected.obs, 1e-9);
      expect([low[0], high[0]]).toEqual([null, null]); // as in dbmss: not every simulation has pairs there
      for (let i = 5; i < expected.r.length; i++) {
        // the 25th of 1,000 simulations has a standard error of 2 % of the band: five of them, and ours
        const tolerance = (expected.hi[i]! - expected.lo[i]!) / 8;
        expect(Math.abs(low[i]! - expected.lo[i]!)).toBeLessThan(tolerance);
        expect(Math.abs(high[i]! - expected.hi[i]!)).toBeLessThan(tolerance);
        expect(Math.abs(mean[i]! - expected.mmean[i]!)).toBeLessThan(tolerance / 2);
      }
    },
    PATIENCE,
  );

  it('gives each tree of the species its own value, and no other row', async () => {
    const out = join(folder, 'local.csv');

    const { m } = await compute<Report & { m: number[] }>('m-function', [
      ...TREES,
      ...['--r', '20', '--out', out],
    ]);

    const rows = readRows(out);
    expect(rows.map(({ row }) => Number(row))).toEqual(rows.map((_, i) => i + 1));
    const values = rows.map((row) => row['m_20']!).filter((value) => value !== '');
    expect(values).toHaveLength(90);
    // without weights every tree has the same share in all, so that M is the mean
    const total = values.reduce((sum, value) => sum + Number(value), 0);
    expect(total / 90).toBeCloseTo(m[0]!, 10);
  });
});

describe('Kd of the trees', () => {
  it('is that of dbmss, but for the binning of R’s density()', async () => {
    const { r, Kd } = dbmss.Kd_VAmericana;

    const { kd, bandwidth, references } = await compute<KdReport>('kd', [
      ...TREES,
      ...['--r', r.join(',')],
    ]);

    const { n_pairs: pairs, nrd0_d_le_2rmax: nrd0 } = dbmss.bw_Kd_VAmericana;
    expect((references * (references - 1)) / 2).toBe(pairs);
    expect(Math.abs(bandwidth / nrd0 - 1)).toBeLessThan(1e-9);
    expectClose(kd, Kd, 2.5e-3);
  });

  it('has the bandwidth of R’s bw.SJ', async () => {
    const { bandwidth } = await compute<KdReport>('kd', [
      ...TREES,
      ...['--r', '100', '--bandwidth', 'sj'],
    ]);

    expect(Math.abs(bandwidth / dbmss.bw_Kd_VAmericana.SJ - 1)).toBeLessThan(1e-9);
  });

  it('has the bandwidth of all distances where the largest radius takes them in', async () => {
    const { bandwidth } = await compute<KdReport>('kd', [...TREES, '--r', '155']);

    expect(Math.abs(bandwidth / dbmss.bw_Kd_VAmericana.nrd0_all - 1)).toBeLessThan(1e-9);
  });

  it(
    'leaves the band of random locations upwards at short distances, where the trees gather',
    async () => {
      const { classification, goodnessOfFit, above, below } = await compute<KdReport>('kd', [
        ...TREES,
        ...['--r', '5,10,15,20,25,30,40,50', '--simulations', '199'],
      ]);

      expect(classification).toBe('localised');
      expect(goodnessOfFit.dclf.p).toBe(1 / 200);
      expect(above.every((excess) => excess >= 0)).toBe(true);
      expect(below.every((excess) => excess === 0)).toBe(true);
    },
    PATIENCE,
  );
});

describe.each(['cells', 'redwood'])('K of the %s', (name) => {
  it.each([
    ['none', 'un'],
    ['border', 'border'],
    ['translation', 'trans'],
    ['isotropic', 'iso'],
  ] as const)('is that of spatstat with the correction %s', async (correction, column) => {
    const { [name]: oracle } = readJson<Record<string, Spatstat>>('spatstat/spatstat_oracles.json');
    const { r, [column]: expected } = oracle!.Kest;
    const [[x0, x1], [y0, y1]] = [oracle!.window.x, oracle!.window.y];

    const { k, l, n } = await compute<KReport>('ripley-k', [
      ...['--input', sharedOracle(`spatstat/${name}.csv`), '--r', r.join(',')],
      ...[`--window=${x0},${y0},${x1},${y1}`, '--correction', correction],
    ]);

    expect(n).toBe(oracle!.n);
    expectClose(k, expected, 1e-9);
    expectClose(
      l,
      expected.map((value) => Math.sqrt(value / Math.PI)),
      1e-9,
    );
  });
});

describe('K of the trees', () => {
  it('is that of dbmss in a polygonal window, and L minus r with it', async () => {
    const { K_VAmericana: ripley, L_VAmericana: besag, window, window_poly: rings } = dbmss;
    const [{ x, y }] = rings;
    const corners = writeLines(folder, 'corners.csv', [
      'x,y',
      ...x.map((at, i) => `${at},${y[i]}`),
    ]);
    // one pair each is exactly 7.5 and 15 m apart; spatstat leaves pairs at exactly r out
    const radii = ripley.r.map((r) => (r === 7.5 || r === 15 ? r - 1e-6 : r));

    const { k, l, windowArea } = await compute<KReport>('ripley-k', [
      ...TREES,
      ...['--window-file', corners, '--r', radii.join(','), '--correction', 'isotropic'],
    ]);

    expect(windowArea).toBe(window.area);
    expectClose(k, ripley.iso, 1e-9);
    const error = besag.iso.map((value, i) => Math.abs(l[i]! - besag.r[i]! - value));
    expect(Math.max(...error)).toBeLessThan(1e-9);
  });

  it(
    'has a band of random labels around their mean',
    async () => {
      const [{ x, y }] = dbmss.window_poly;
      const corners = writeLines(folder, 'corners.csv', [
        'x,y',
        ...x.map((at, i) => `${at},${y[i]}`),
      ]);

      const { mean, low, high } = await compute<KReport>('ripley-k', [
        ...TREES,
        ...['--window-file', corners, '--r', '20,40,60', '--null', 'random-labelling'],
        ...['--simulations', '199'],
      ]);

      mean.forEach((value, i) => {
        expect(value!).toBeGreaterThan(low[i]!);
        expect(value!).toBeLessThan(high[i]!);
      });
    },
    PATIENCE,
  );
});

it(
  'tests the clusters that dbscan finds among the trees of the species',
  async () => {
    const [header, ...rows] = readFileSync(sharedOracle('dbmss/paracou16.csv'), 'utf8').split('\n');
    const isSpecies = (row: string) => row.includes('V. Americana');
    const input = writeLines(folder, 'species.csv', [header!, ...rows.filter(isSpecies)]);
    const rule = ['--eps', '10', '--min-points', '4'];
    const [tested, found] = [join(folder, 'tested.csv'), join(folder, 'found.csv')];

    const { clusters } = await compute<{ clusters: { cases: number; all: number; p: number }[] }>(
      'cluster-test',
      [...TREES, ...rule, '--out', tested],
    );
    await compute('dbscan', ['--input', input, ...rule, '--out', found]);

    const labels = readRows(tested).flatMap(({ cluster }) => (cluster === '' ? [] : [cluster]));
    expect(labels).toEqual(readRows(found).map(({ cluster }) => cluster));
    // nine of 39 trees within reach of the densest are of a species that has 90 of 2,426
    const densest = clusters.find(({ cases, all }) => cases === 9 && all === 39);
    expect(densest!.p).toBeLessThan(0.01);
    expect(Math.max(...clusters.map(({ p }) => p))).toBeGreaterThan(0.1);
  },
  PATIENCE,
);

async function compute<Result>(measure: string, options: readonly string[]): Promise<Result> {
  const { result, exitCode } = await atlas<Result>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', measure, ...options],
  );
  expect(exitCode).toBe(0);
  return result;
}

/** Relative to the expected value, or, where that is 0, to 1. */
function expectClose(actual: Curve, expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  const errors = expected.map((value, i) => Math.abs(actual[i]! - value) / (Math.abs(value) || 1));
  expect(Math.max(...errors)).toBeLessThan(tolerance);
}
