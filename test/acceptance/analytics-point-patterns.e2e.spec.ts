import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

type Curve = (number | null)[];

interface Dbmss {
  M_VAmericana: { r: number[]; M: number[] };
  Kd_VAmericana: { r: number[]; Kd: number[] };
  bw_Kd_VAmericana: { n_pairs: number; nrd0_d_le_2rmax: number; nrd0_all: number };
  M_VAmericana_envelope_RandomLocation_1000: {
    r: number[];
    obs: number[];
    mmean: number[];
    lo: Curve;
    hi: Curve;
  };
}

interface Report {
  n: number;
  r: number[];
  low: Curve;
  high: Curve;
  mean: Curve;
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
        ...['--simulations', '4000', '--band', 'local', '--alpha', '0.05'],
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
