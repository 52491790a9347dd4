import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  againstRestRows,
  ComputeFolder,
  expectNear,
  ORACLE_DIGITS,
  REGION_HEADER,
} from '../support/compute-folder.js';
import { readJson } from '../support/oracle-files.js';
import { definitions, econGeo, reatOracles, type Mexico } from '../support/regional-oracles.js';
import { sharedOracle } from '../support/shared-data.js';

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

let folder: ComputeFolder;

beforeAll(() => {
  folder = new ComputeFolder(mkdtempSync(join(tmpdir(), 'atlas-concentration-')));
});

afterAll(() => {
  rmSync(folder.path, { recursive: true, force: true });
});

describe('concentration', () => {
  it('has the exact fraction of Ellison and Glaeser', async () => {
    const { ellison_glaeser_FarhauerKroell2014: of } = reatOracles();
    const { ellison_glaeser: exact } = definitions();
    const plants = of.e_ik.map((size, i) => {
      const region = of.region[i]!;
      return [region, 'all', size, of.e_j[region]!] as const;
    });
    const input = folder.write('plants.csv', 'region,sector,value,jobs', plants);

    const [sector] = await concentration(input, ['--plants', '--base', 'jobs']);

    expect(sector!.ellisonGlaeser.gamma).toBeCloseTo(257189 / 4293189, 14);
    expect(sector!.ellisonGlaeser.gamma).toBeCloseTo(of.gamma, ORACLE_DIGITS);
    expect(sector!.ellisonGlaeser.rawConcentration).toBeCloseTo(exact.G_raw, 14);
    expect(sector!.ellisonGlaeser.z).toBeCloseTo(of.z, ORACLE_DIGITS);
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
      expect(ellisonGlaeser.gamma).toBeCloseTo(row['Gamma i'], ORACLE_DIGITS);
      expect(ellisonGlaeser.rawConcentration).toBeCloseTo(row['G i'], ORACLE_DIGITS);
      expect(ellisonGlaeser.z).toBeCloseTo(row['z Gi'], ORACLE_DIGITS);
      expect(plants.plants).toBe(row['K i']);
      expect(plants.herfindahl).toBeCloseTo(row['HHI i'], ORACLE_DIGITS);
    }
    expect(fromFile).toEqual(sectors);
  });

  it('bounds gamma where plants are known by size bands', async () => {
    const rows = [
      ...[
        ['A', 's', 20, 4, 1, 9, 500],
        ['B', 's', 80, 1, 50, 99, 500],
      ],
    ];
    const input = folder.write('bands.csv', 'region,sector,value,plants,low,high,jobs', rows);

    const [sector] = await concentration(input, [
      ...['--base', 'jobs', '--plants', '--plant-count', 'plants'],
      ...['--size-low', 'low', '--size-high', 'high'],
    ]);

    // G / (1 - sum of x²) = 0.18 / 0.5; H of the means 0.65; at most 0.0164 + 0.64 + (99 - 80)(80 - 50) / 100²
    const highest = 0.0164 + 0.64 + 0.057;
    expect(sector!.ellisonGlaeser.gamma).toBeCloseTo((0.36 - 0.65) / 0.35, 12);
    expect(sector!['lowestGamma']).toBeCloseTo((0.36 - highest) / (1 - highest), 12);
  });

  it('has REAT’s Gini of location quotients', async () => {
    const { gini_conc: of } = reatOracles();
    const input = withBase(of.e_ij, of.e_j);

    const [sector] = await concentration(input, ['--base', 'base']);

    expect(sector!['giniLQ']).toBeCloseTo(of.gini, ORACLE_DIGITS);
    expect(sector!['giniLorenz']).toBeCloseTo(0.3725, 12);
  });

  it('has REAT’s Herfindahl index', async () => {
    const { herf } = reatOracles();

    const [sector] = await concentration(withBase(herf.x, herf.x));

    expect(sector!.herfindahl.index).toBeCloseTo(herf.HHI, ORACLE_DIGITS);
    expect(sector!.herfindahl.normalised).toBeCloseTo(herf.HHI_norm, ORACLE_DIGITS);
    expect(sector!.herfindahl.equivalents).toBeCloseTo(herf.eq, ORACLE_DIGITS);
  });

  it('has REAT’s Hoover, Herfindahl and Gini of the German states’ product', async () => {
    const { hoover } = reatOracles();

    const [sector] = await concentration(withBase(hoover.gdp, hoover.pop), ['--base', 'base']);

    expect(sector!['hoover']).toBeCloseTo(hoover.hoover, ORACLE_DIGITS);
    expect(sector!.herfindahl.index).toBeCloseTo(hoover.herf_gdp, ORACLE_DIGITS);
    expect(sector!.gini.gini).toBeCloseTo(hoover.gini_gdp, ORACLE_DIGITS);
    expect(sector!.gini.corrected).toBeCloseTo(hoover.gini_gdp_norm, ORACLE_DIGITS);
  });

  it('has what REAT calls Theil’s T, which is L', async () => {
    const { theil } = reatOracles();

    const [sector] = await concentration(withBase(theil.x, theil.x));

    expect(sector!['meanLogDeviation']).toBeCloseTo(theil.T, ORACLE_DIGITS);
  });

  it('has EconGeo’s Gini coefficients', async () => {
    const { mat5, Gini, HooverGini, locGini } = econGeo();

    const sectors = await concentration(folder.matrix(mat5));

    sectors.forEach((sector, i) => {
      expect(sector.gini.gini).toBeCloseTo(Gini[i]!.Gini, 2);
      expect(sector['giniLorenz']).toBeCloseTo(HooverGini[i]!['Hoover.Gini'], 2);
      expect(sector['giniLorenz']).toBeCloseTo(2 * locGini[i]!['Loc.Gini'], 2); // it has half of it
    });
  });

  it('has PySAL’s Gini, Theil and spatial Gini of the Mexican states', async () => {
    const mexico = readJson<Mexico>('pysal/inequality_mexico.json');
    const states = mexico.hanson98.map((_, i) => `S${String(i).padStart(2, '0')}`);
    const input = folder.write(
      'mexico.csv',
      'region,sector,value,regime',
      mexico.Y.flatMap((decade, d) =>
        decade.map((value, i) => [states[i]!, mexico.vars[d]!, value, `r${mexico.hanson98[i]}`]),
      ),
    );
    const neighbours = folder.write(
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
    expect(gini).toBeCloseTo(mexico.gini_spatial_1940.g, ORACLE_DIGITS);
    expect(neighbourDifferences).toBe(mexico.gini_spatial_1940.wg);
    expect(otherDifferences).toBe(mexico.gini_spatial_1940.wcg);
    // PySAL's documentation of Gini_Spatial has 0.01 with 99 permutations, one-sided
    expect(inference.pGreater).toBeLessThan(0.05);
  });

  it('has the exact covariance of two sectors, and the share of pairs in one place', async () => {
    const { coagglomeration_pair: exact } = definitions();
    const pair = folder.write('pair.csv', REGION_HEADER, [
      ...exact.s_i.map((share, i) => [`R${i}`, 'i', 8 * share] as const),
      ...exact.s_j.map((share, i) => [`R${i}`, 'j', 800 * share] as const),
    ]);
    const { howard_cl: of } = reatOracles();
    const plants = folder.write(
      'howard.csv',
      'region,sector',
      of.locations.map((place, i) => [place, of.industries[i]!]),
    );

    const covariance = await folder.compute<Coagglomeration>('coagglomeration', pair, [
      '--value',
      'value',
    ]);
    const shared = await folder.compute<Coagglomeration>('coagglomeration', plants, []);

    expect(covariance.pairs[0]!.gamma).toBeCloseTo(exact.gamma_ij, 15);
    expect(shared.pairs[0]!.colocated).toBeCloseTo(of.CL, ORACLE_DIGITS);
  });
});

describe('diversity', () => {
  it('splits 2.5 bits into unrelated and related variety', async () => {
    const { variety: exact } = definitions();
    const input = folder.write(
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

    const regions = await diversity(folder.matrix(mat5));

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
    const two = folder.matrix([krugman_spec.e_ij, krugman_spec.e_il]);

    const [gini] = await diversity(folder.againstRest(gini_spec.e_ij, gini_spec.e_i));
    const [krugman] = await diversity(two, ['--compare', 'rest']);
    const { e_ij, e_i } = locq_Goettingen2017;
    const [goettingen] = await diversity(folder.againstRest(e_ij, e_i));

    expect(gini!['giniLQ']).toBeCloseTo(gini_spec.gini, ORACLE_DIGITS);
    expect(krugman!['krugman']).toBeCloseTo(krugman_spec.K, ORACLE_DIGITS);
    expect(goettingen!['giniLQ']).toBeCloseTo(gini_spec_Goettingen2017, ORACLE_DIGITS);
    expect(goettingen!['krugman']).toBeCloseTo(krugman_spec.goettingen2017, ORACLE_DIGITS);
  });

  it('has Dunn’s shift-share of REAT’s region A', async () => {
    const [reat] = reatOracles().shift_regionA;
    // growth1-4 and 5-8: the region before and after; 17-20 and 21-24: all regions
    const before = againstRestRows(growth(reat!, 1), growth(reat!, 17));
    const after = againstRestRows(growth(reat!, 5), growth(reat!, 21));
    const input = folder.write('shift.csv', 'region,sector,value,period', [
      ...before.map((row) => [...row, 2000]),
      ...after.map((row) => [...row, 2010]),
    ]);

    const { regions } = await folder.compute<{ regions: Region[] }>('shift-share', input, [
      ...['--value', 'value'],
    ]);

    const { change, national, industry, regional } = regions[0]!;
    const expected = [1, 2, 3, 4].map((i) => Number(reat![`components${i}`]));
    expectNear([change, national, industry, regional].map(Number), expected);
    // components5, the net shift: what is not national
    expect(Number(industry) + Number(regional)).toBeCloseTo(
      Number(reat!['components5']),
      ORACLE_DIGITS,
    );
  });
});

interface Coagglomeration {
  pairs: { gamma: number; colocated: number }[];
}

async function concentration(input: string, options: readonly string[] = []): Promise<Sector[]> {
  const value = options.includes('--value') ? [] : ['--value', 'value'];
  const report = await folder.compute<{ sectors: Sector[] }>('concentration', input, [
    ...value,
    ...options,
  ]);
  return report.sectors;
}

async function diversity(input: string, options: readonly string[] = []): Promise<Region[]> {
  const report = await folder.compute<{ regions: Region[] }>('diversity', input, [
    ...['--value', 'value', ...options],
  ]);
  return report.regions;
}

/** One sector in regions, beside what they are compared with. */
function withBase(amounts: readonly number[], base: readonly number[]): string {
  const rows = amounts.map((amount, i) => [`R${i + 10}`, 'all', amount, base[i]!]);
  return folder.write('base.csv', 'region,sector,value,base', rows);
}

function growth(reat: Record<string, string>, from: number): number[] {
  return [0, 1, 2, 3].map((i) => Number(reat[`growth${from + i}`]));
}
