import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';
import { sharedData, sharedOracle } from '../support/shared-data.js';

type Rows = readonly (readonly (string | number)[])[];
type Sector = Record<string, number | string | null> & {
  herfindahl: { index: number; normalised: number; equivalents: number };
  gini: { gini: number; corrected: number };
  theil: { total: number; between: number; within: number };
  plants: { plants: number; herfindahl: number };
  ellisonGlaeser: { rawConcentration: number; gamma: number; z: number };
  spatialGini: {
    gini: number;
    neighbourDifferences: number;
    otherDifferences: number;
    inference: { p: number; pGreater: number };
  };
};
type Region = Sector & { region: string };

/** Beside exact fractions and programs that print 13 digits. */
const DIGITS = 11;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-specialisation-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('location quotients', () => {
  it('has the textbook’s quotient, its transforms and its interval', async () => {
    const { locq_FarhauerKroell2013: reat } = reatOracles();
    const { lq_family: exact } = definitions();

    const [row] = await lq(regionAndRest(exact, [exact.e_ij], [exact.e_i]), [
      ...['--method', 'symmetric', 'log'],
    ]);

    expect(Number(row!['lq'])).toBeCloseTo(reat.LQ, DIGITS);
    expect(Number(row!['lq'])).toBeCloseTo(exact.LQ, 14);
    expect(Number(row!['symmetric_lq'])).toBeCloseTo(exact.SLQ_symmetric, 14);
    expect(Number(row!['log_lq'])).toBeCloseTo(exact.logLQ, 14);
    expect(Number(row!['low'])).toBeCloseTo(exact.CI95_log_delta[0], 14);
    expect(Number(row!['high'])).toBeCloseTo(exact.CI95_log_delta[1], 14);
  });

  it('has Göttingen’s fifteen quotients as REAT has them', async () => {
    const { locq_Goettingen2017: reat } = reatOracles();
    const listed = reat.e_ij.reduce((sum, jobs) => sum + jobs, 0);

    const rows = await lq(againstRest(reat.e_ij, reat.e_i));

    // REAT was given 69,403 jobs of all sections for the region, 2,120 more than in those listed
    const share = listed / reat.e_j;
    expectNear(
      rows.slice(0, 15).map((row) => Number(row['lq']) * share),
      reat.LQ,
    );
  });

  it('has the quotients of five regions as EconGeo has them', async () => {
    const { mat5, LQ, LQ_binary } = econGeo();

    const rows = await lq(matrixRows(mat5));

    const quotients = rows.map((row) => Number(row['lq']));
    expectNear(quotients, LQ.flat());
    expect(quotients.map((quotient) => Number(quotient >= 1))).toEqual(LQ_binary.flat());
  });

  it('has the cluster index of REAT', async () => {
    const { litzenberger: of } = reatOracles();
    const input = write('cluster.csv', 'region,sector,value,plants,area,people', [
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
      (await lq(write('straight.csv', HEADER, cells), options)).map((row) => [
        `${row['region']} ${row['sector']}`,
        row,
      ]),
    );

    const rows = await lq(write('split.csv', HEADER, split.toReversed()), options);

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
    const input = write('bad.csv', HEADER, rows);

    const { exitCode, stderr } = await atlas(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'lq', '--input', input, '--value', 'value', ...options],
    );

    expect(exitCode).toBe(code);
    expect(stderr).toMatch(reason);
  });

  it('has no quotient of an empty region, and 0 where it has none of a sector', async () => {
    const input = write('empty.csv', HEADER, [
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

describe('concentration', () => {
  it('has the exact fraction of Ellison and Glaeser', async () => {
    const { ellison_glaeser_FarhauerKroell2014: of } = reatOracles();
    const { ellison_glaeser: exact } = definitions();
    const plants = of.e_ik.map((size, i) => {
      const region = of.region[i]!;
      return [region, 'all', size, of.e_j[region]!] as const;
    });
    const input = write('plants.csv', 'region,sector,value,jobs', plants);

    const [sector] = await concentration(input, ['--plants', '--base', 'jobs']);

    expect(sector!.ellisonGlaeser.gamma).toBeCloseTo(257189 / 4293189, 14);
    expect(sector!.ellisonGlaeser.gamma).toBeCloseTo(of.gamma, DIGITS);
    expect(sector!.ellisonGlaeser.rawConcentration).toBeCloseTo(exact.G_raw, 14);
    expect(sector!.ellisonGlaeser.z).toBeCloseTo(of.z, DIGITS);
    expect(sector!.plants.plants).toBe(of.K);
    expect(sector!.plants.herfindahl).toBeCloseTo(exact.H, 14);
    expect(sector!['maurelSedillot']).toBeCloseTo(exact.maurel_sedillot, 14);
  });

  it('has Ellison and Glaeser’s gamma of four industries as REAT has it', async () => {
    const { ellison_glaeser_by_industry_FK2014_EGC: expected } = reatOracles();
    const input = sharedOracle('REAT/FK2014_EGC.csv');
    const options = ['--sector', 'industry', '--value', 'emp_firm'];

    const sectors = await concentration(input, [...options, '--plants']);
    const fromFile = await concentration(input, [...options, '--plants', input]);

    for (const row of expected) {
      const { ellisonGlaeser, plants } = sectors.find(({ sector }) => sector === row._row)!;
      expect(ellisonGlaeser.gamma).toBeCloseTo(row['Gamma i'], DIGITS);
      expect(ellisonGlaeser.rawConcentration).toBeCloseTo(row['G i'], DIGITS);
      expect(ellisonGlaeser.z).toBeCloseTo(row['z Gi'], DIGITS);
      expect(plants.plants).toBe(row['K i']);
      expect(plants.herfindahl).toBeCloseTo(row['HHI i'], DIGITS);
    }
    expect(fromFile).toEqual(sectors);
  });

  it('has REAT’s Gini of location quotients', async () => {
    const { gini_conc: of } = reatOracles();
    const input = withBase(of.e_ij, of.e_j);

    const [sector] = await concentration(input, ['--base', 'base']);

    expect(sector!['giniLQ']).toBeCloseTo(of.gini, DIGITS);
    expect(sector!['giniLorenz']).toBeCloseTo(0.3725, 12);
  });

  it('has REAT’s Herfindahl index', async () => {
    const { herf } = reatOracles();

    const [sector] = await concentration(withBase(herf.x, herf.x));

    expect(sector!.herfindahl.index).toBeCloseTo(herf.HHI, DIGITS);
    expect(sector!.herfindahl.normalised).toBeCloseTo(herf.HHI_norm, DIGITS);
    expect(sector!.herfindahl.equivalents).toBeCloseTo(herf.eq, DIGITS);
  });

  it('has REAT’s Hoover, Herfindahl and Gini of the German states’ product', async () => {
    const { hoover } = reatOracles();

    const [sector] = await concentration(withBase(hoover.gdp, hoover.pop), ['--base', 'base']);

    expect(sector!['hoover']).toBeCloseTo(hoover.hoover, DIGITS);
    expect(sector!.herfindahl.index).toBeCloseTo(hoover.herf_gdp, DIGITS);
    expect(sector!.gini.gini).toBeCloseTo(hoover.gini_gdp, DIGITS);
    expect(sector!.gini.corrected).toBeCloseTo(hoover.gini_gdp_norm, DIGITS);
  });

  it('has what REAT calls Theil’s T, which is L', async () => {
    const { theil } = reatOracles();

    const [sector] = await concentration(withBase(theil.x, theil.x));

    expect(sector!['meanLogDeviation']).toBeCloseTo(theil.T, DIGITS);
  });

  it('has EconGeo’s Gini coefficients', async () => {
    const { mat5, Gini, HooverGini, locGini } = econGeo();

    const sectors = await concentration(matrixRows(mat5));

    sectors.forEach((sector, i) => {
      expect(sector.gini.gini).toBeCloseTo(Gini[i]!.Gini, 2);
      expect(sector['giniLorenz']).toBeCloseTo(HooverGini[i]!['Hoover.Gini'], 2);
      expect(sector['giniLorenz']).toBeCloseTo(2 * locGini[i]!['Loc.Gini'], 2); // it has half of it
    });
  });

  it('has PySAL’s Gini, Theil and spatial Gini of the Mexican states', async () => {
    const mexico = readJson<Mexico>('pysal/inequality_mexico.json');
    const states = mexico.hanson98.map((_, i) => `S${String(i).padStart(2, '0')}`);
    const input = write(
      'mexico.csv',
      'region,sector,value,regime',
      mexico.Y.flatMap((decade, d) =>
        decade.map((value, i) => [states[i]!, mexico.vars[d]!, value, `r${mexico.hanson98[i]}`]),
      ),
    );
    const neighbours = write(
      'neighbours.csv',
      'region,neighbour',
      states.flatMap((state, i) =>
        states
          .filter((_, j) => j !== i && mexico.hanson98[j] === mexico.hanson98[i])
          .map((other) => [state, other]),
      ),
    );

    const sectors = await concentration(input, ['--group', 'regime', '--neighbours', neighbours]);

    expect(sectors.map(({ sector }) => sector)).toEqual(mexico.vars);
    expectNear(
      sectors.map(({ gini }) => gini.gini),
      mexico.gini,
    );
    expectNear(
      sectors.map(({ theil }) => theil.total),
      mexico.theil,
    );
    expectNear(
      sectors.map(({ theil }) => theil.between),
      mexico.theil_bg,
    );
    expectNear(
      sectors.map(({ theil }) => theil.within),
      mexico.theil_wg,
    );
    const { gini, neighbourDifferences, otherDifferences, inference } = sectors[0]!.spatialGini;
    expect(gini).toBeCloseTo(mexico.gini_spatial_1940.g, DIGITS);
    expect(neighbourDifferences).toBe(mexico.gini_spatial_1940.wg);
    expect(otherDifferences).toBe(mexico.gini_spatial_1940.wcg);
    // PySAL's documentation of Gini_Spatial has 0.01 with 99 permutations, one-sided
    expect(inference.pGreater).toBeLessThan(0.05);
  });

  it('has the exact covariance of two sectors, and the share of pairs in one place', async () => {
    const { coagglomeration_pair: exact } = definitions();
    const pair = write('pair.csv', HEADER, [
      ...exact.s_i.map((share, i) => [`R${i}`, 'i', 8 * share] as const),
      ...exact.s_j.map((share, i) => [`R${i}`, 'j', 800 * share] as const),
    ]);
    const { howard_cl: of } = reatOracles();
    const plants = write(
      'howard.csv',
      'region,sector',
      of.locations.map((place, i) => [place, of.industries[i]!]),
    );

    const covariance = await compute<Coagglomeration>('coagglomeration', pair, [
      '--value',
      'value',
    ]);
    const shared = await compute<Coagglomeration>('coagglomeration', plants, []);

    expect(covariance.pairs[0]!.gamma).toBeCloseTo(exact.gamma_ij, 15);
    expect(shared.pairs[0]!.colocated).toBeCloseTo(of.CL, DIGITS);
  });
});

describe('diversity', () => {
  it('splits 2.5 bits into unrelated and related variety', async () => {
    const { variety: exact } = definitions();
    const input = write(
      'variety.csv',
      'region,sector,value,kind',
      exact.p.map((share, i) => ['R', `${i}`, 8 * share, `g${exact.group[i]}`]),
    );

    const [region] = await diversity(input, ['--group', 'kind']);

    expect(region!['entropy']).toBeCloseTo(exact.H_bits, 14);
    expect(region!['unrelatedVariety']).toBeCloseTo(exact.unrelated_variety_bits, 14);
    expect(region!['relatedVariety']).toBeCloseTo(exact.related_variety_bits, 14);
  });

  it('has EconGeo’s specialisation of five regions', async () => {
    const { mat5, LQ_avg, spec_coeff, Krugman, Hachman, Herfindahl, entropy } = econGeo();

    const regions = await diversity(matrixRows(mat5));

    const column = (name: string) => regions.map((region) => Number(region[name]));
    expectNear(column('averageQuotient'), LQ_avg);
    expectNear(column('hoover'), spec_coeff);
    expectNear(column('krugman'), Krugman);
    expectNear(column('hachman'), Hachman);
    expectNear(
      regions.map(({ herfindahl }) => herfindahl.index),
      Herfindahl,
    );
    column('entropy').forEach((bits, i) => expect(bits).toBeCloseTo(entropy[i]!, 3)); // rounded
  });

  it('has REAT’s specialisation', async () => {
    const { gini_spec, krugman_spec, gini_spec_Goettingen2017, locq_Goettingen2017 } =
      reatOracles();
    const two = matrixRows([krugman_spec.e_ij, krugman_spec.e_il]);

    const [gini] = await diversity(againstRest(gini_spec.e_ij, gini_spec.e_i));
    const [krugman] = await diversity(two, ['--compare', 'rest']);
    const { e_ij, e_i } = locq_Goettingen2017;
    const [goettingen] = await diversity(againstRest(e_ij, e_i));

    expect(gini!['giniLQ']).toBeCloseTo(gini_spec.gini, DIGITS);
    expect(krugman!['krugman']).toBeCloseTo(krugman_spec.K, DIGITS);
    expect(goettingen!['giniLQ']).toBeCloseTo(gini_spec_Goettingen2017, DIGITS);
    expect(goettingen!['krugman']).toBeCloseTo(krugman_spec.goettingen2017, DIGITS);
  });

  it('has Dunn’s shift-share of REAT’s region A', async () => {
    const [reat] = reatOracles().shift_regionA;
    // growth1-4 and 5-8: the region before and after; 17-20 and 21-24: all regions
    const before = againstRestRows(growth(reat!, 1), growth(reat!, 17));
    const after = againstRestRows(growth(reat!, 5), growth(reat!, 21));
    const input = write('shift.csv', 'region,sector,value,period', [
      ...before.map((row) => [...row, 2000]),
      ...after.map((row) => [...row, 2010]),
    ]);

    const { regions } = await compute<{ regions: Region[] }>('shift-share', input, [
      ...['--value', 'value'],
    ]);

    const { change, national, industry, regional } = regions[0]!;
    const expected = [1, 2, 3, 4].map((i) => Number(reat![`components${i}`]));
    expectNear([change, national, industry, regional].map(Number), expected);
    // components5, the net shift: what is not national
    expect(Number(industry) + Number(regional)).toBeCloseTo(Number(reat!['components5']), DIGITS);
  });
});

const HEADER = 'region,sector,value';
const FLAGS = ['qualifying', 'significant', 'strong', 'strong10'] as const;
const BRES = sharedData('bres-employment/bres_open_itl2_sic5_2021.csv');
const BRES_COLUMNS = [
  ...['--region', 'geography_code', '--sector', 'industry_code', '--value', 'count'],
];

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, DIGITS));
}

interface Coagglomeration {
  pairs: { gamma: number; colocated: number }[];
}

async function compute<Report>(
  measure: string,
  input: string,
  options: readonly string[],
): Promise<Report> {
  const { result, exitCode } = await atlas<Report>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', measure, '--input', input, ...options],
  );
  expect(exitCode).toBe(0);
  return result;
}

/** The lines of `--out`. */
async function lq(
  input: string,
  options: readonly string[] = [],
): Promise<Record<string, string>[]> {
  const out = join(folder, 'lq.csv');
  const value = options.includes('--value') ? [] : ['--value', 'value'];
  await compute('lq', input, ['--out', out, ...value, ...options]);
  return readRows(out);
}

async function concentration(input: string, options: readonly string[] = []): Promise<Sector[]> {
  const value = options.includes('--value') ? [] : ['--value', 'value'];
  const report = await compute<{ sectors: Sector[] }>('concentration', input, [
    ...value,
    ...options,
  ]);
  return report.sectors;
}

async function diversity(input: string, options: readonly string[] = []): Promise<Region[]> {
  const report = await compute<{ regions: Region[] }>('diversity', input, [
    ...['--value', 'value', ...options],
  ]);
  return report.regions;
}

function write(name: string, header: string, rows: Rows): string {
  return writeLines(folder, name, [header, ...rows.map((row) => row.join(','))]);
}

/** One sector in regions, beside what they are compared with. */
function withBase(amounts: readonly number[], base: readonly number[]): string {
  const rows = amounts.map((amount, i) => [`R${i + 10}`, 'all', amount, base[i]!]);
  return write('base.csv', 'region,sector,value,base', rows);
}

function matrixRows(matrix: readonly (readonly number[])[]): string {
  const rows = matrix.flatMap((row, r) => row.map((value, s) => [`R${r}`, `I${s}`, value]));
  return write('matrix.csv', HEADER, rows);
}

/** A region's sectors, and those of all regions without it. */
function againstRestRows(own: readonly number[], all: readonly number[]): (string | number)[][] {
  return [
    ...own.map((amount, i) => ['here', `I${i + 10}`, amount]),
    ...own.map((amount, i) => ['rest', `I${i + 10}`, all[i]! - amount]),
  ];
}

function againstRest(own: readonly number[], all: readonly number[]): string {
  return write('rest.csv', HEADER, againstRestRows(own, all));
}

/** The same, with one more sector for what the totals have beyond the sectors. */
function regionAndRest(
  { e_j, e }: { e_j: number; e: number },
  own: readonly number[],
  all: readonly number[],
): string {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return againstRest([...own, e_j - sum(own)], [...all, e - sum(all)]);
}

function growth(reat: Record<string, string>, from: number): number[] {
  return [0, 1, 2, 3].map((i) => Number(reat[`growth${from + i}`]));
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

interface Mexico {
  vars: string[];
  Y: number[][];
  hanson98: number[];
  gini: number[];
  gini_spatial_1940: { g: number; wg: number; wcg: number };
  theil: number[];
  theil_bg: number[];
  theil_wg: number[];
}

function definitions() {
  return readJson<{
    variety: {
      p: number[];
      group: number[];
      H_bits: number;
      unrelated_variety_bits: number;
      related_variety_bits: number;
    };
    lq_family: {
      e_ij: number;
      e_j: number;
      e_i: number;
      e: number;
      LQ: number;
      SLQ_symmetric: number;
      logLQ: number;
      CI95_log_delta: [number, number];
    };
    ellison_glaeser: { G_raw: number; H: number; maurel_sedillot: number };
    coagglomeration_pair: { s_i: number[]; s_j: number[]; gamma_ij: number };
  }>('definitions/definitions.json');
}

function econGeo() {
  return readJson<{
    mat5: number[][];
    LQ: number[][];
    LQ_binary: number[][];
    LQ_avg: number[];
    spec_coeff: number[];
    Krugman: number[];
    Hachman: number[];
    Herfindahl: number[];
    entropy: number[];
    Gini: { Gini: number }[];
    locGini: { 'Loc.Gini': number }[];
    HooverGini: { 'Hoover.Gini': number }[];
  }>('econgeo/econgeo_oracles.json');
}

function reatOracles() {
  return readJson<{
    locq_FarhauerKroell2013: { LQ: number };
    locq_Goettingen2017: { e_ij: number[]; e_j: number; e_i: number[]; e: number; LQ: number[] };
    ellison_glaeser_FarhauerKroell2014: {
      e_ik: number[];
      region: string[];
      e_j: Record<string, number>;
      gamma: number;
      G: number;
      z: number;
      K: number;
      HHI: number;
    };
    ellison_glaeser_by_industry_FK2014_EGC: ({ _row: string } & Record<
      'Gamma i' | 'G i' | 'z Gi' | 'K i' | 'HHI i',
      number
    >)[];
    gini_conc: { e_ij: number[]; e_j: number[]; gini: number };
    gini_spec: { e_ij: number[]; e_i: number[]; gini: number };
    gini_spec_Goettingen2017: number;
    herf: { x: number[]; HHI: number; HHI_norm: number; eq: number };
    hoover: Record<'gdp' | 'pop', number[]> &
      Record<'hoover' | 'herf_gdp' | 'gini_gdp' | 'gini_gdp_norm', number>;
    litzenberger: Record<
      'e_ij' | 'e_i' | 'a_j' | 'a' | 'p_j' | 'p' | 'b_ij' | 'b_i' | 'CI',
      number
    >;
    theil: { x: number[]; T: number };
    krugman_spec: { e_ij: number[]; e_il: number[]; K: number; goettingen2017: number };
    howard_cl: { industries: string[]; locations: string[]; CL: number };
    shift_regionA: Record<string, string>[];
  }>('REAT/reat_oracles.json');
}
