import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  esda,
  figures,
  homicides,
  sixPoints,
  spdep,
  type GlobalReport,
} from '../support/autocorrelation-oracles.js';
import {
  expectClose,
  expectDrawnAlike,
  runLocalMeasure,
  runMeasure,
} from '../support/measure-run.js';

const { stl } = esda;
/** The I of spdep by that of esda; esda's own moments EI, VI, EIc and VIc are on spdep's scale. */
const SPDEP_SCALE = 78 / 77;
const NORMAL = ['--permutations', '0'];

/** Milliseconds: each run starts a program. */
const LONG = 30_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-autocorrelation-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the six points of PySAL, neighbours within 15', () => {
  it.each([
    ['G_i', [], esda.pts6.G_Local_B_nostar, esda.pts6.G_Local_R_nostar],
    ['G*_i', ['--star'], esda.pts6.G_Local_B_star, esda.pts6.G_Local_R_star],
  ])(
    'have the %s of esda, with the binary z for standardised weights too',
    async (_, star, binary, rows) => {
      const options = [...NORMAL, ...star, '--alternative', 'directed'];

      const raw = await local('getis-ord', sixPoints(folder), options);
      const standardised = await local('getis-ord', sixPoints(folder), [
        ...options,
        '--style',
        'row',
      ]);

      expectClose(raw.column('statistic'), binary.Gs);
      expectClose(raw.column('expected'), binary.EGs);
      expectClose(raw.column('variance'), binary.VGs);
      expectClose(raw.column('z'), binary.Zs);
      expectClose(raw.column('p'), binary.p_norm);
      expectClose(standardised.column('statistic'), rows.Gs);
      expectClose(standardised.column('expected'), rows.EGs);
      // esda's VGs, Zs and p_norm of standardised weights have no counterpart: they take the variance
      // of weights of 0 and 1; ours gives the same z for both
      expectClose(standardised.column('z'), binary.Zs);
      expectClose(standardised.column('p'), binary.p_norm);
    },
    LONG,
  );

  it('have the global G of esda', async () => {
    const { result } = await run<{ g: GlobalReport }>('getis-ord', sixPoints(folder), [
      ...[...NORMAL, '--alternative', 'directed'],
    ]);

    const { G, EG, VG, z, p } = esda.pts6.G_global;
    expectClose(
      [result.g.statistic, result.g.expected, ...figures(result.g.randomisation)],
      [G, EG, VG, z, p],
    );
  });
});

describe('the homicides of St Louis', () => {
  it('have the I and C of esda and spdep', async () => {
    const { result } = await run<{ moran: GlobalReport; geary: GlobalReport }>(
      'autocorrelation',
      homicides(folder),
    );

    const { moran, geary } = result;
    const { I, EI, VI_norm, z_norm, p_norm, VI_rand, z_rand, p_rand } = stl.Moran;
    expectClose([moran.statistic, moran.expected], [I, EI]);
    expectClose(figures(moran.normality), [VI_norm, z_norm, p_norm]);
    expectClose(figures(moran.randomisation), [VI_rand, z_rand, p_rand]);
    const { I: i, EI: e, VI, z, p } = spdep.moran_rand;
    expectClose([moran.statistic, moran.expected], [i, e], 1e-11);
    expectClose(figures(moran.randomisation), [VI, z, p], 1e-11);
    expectClose(
      figures(moran.normality).slice(0, 2),
      [spdep.moran_norm.VI, spdep.moran_norm.z],
      1e-11,
    );
    expectClose(
      [geary.statistic, geary.expected, ...figures(geary.normality).slice(0, 2)],
      [stl.Geary.C, stl.Geary.EC, stl.Geary.VC_norm, stl.Geary.z_norm],
    );
    expectClose(figures(geary.randomisation).slice(0, 2), [stl.Geary.VC_rand, stl.Geary.z_rand]);
    // spdep has the opposite sign: the expected less the statistic
    expectClose([geary.statistic, -geary.randomisation.z], [spdep.geary.C, spdep.geary.z], 1e-11);
  });

  it(
    'have p-values by permutation as spdep has, within the error of 9999 draws',
    async () => {
      const p = async (measure: 'moran' | 'geary', alternative: string) => {
        const { result } = await run<Record<typeof measure, GlobalReport>>(
          'autocorrelation',
          homicides(folder),
          ['--permutations', '9999', '--alternative', alternative],
        );
        return result[measure].permutation.p;
      };

      // R: moran.mc(y, nb2listw(nb), nsim = 99999) and geary.mc: 0.00137 and 0.00025; four errors
      expect(Math.abs((await p('moran', 'greater')) - 0.00137)).toBeLessThan(0.0015);
      expect(Math.abs((await p('geary', 'lesser')) - 0.00025)).toBeLessThan(0.0007);
    },
    LONG,
  );

  it('have the global G of spdep', async () => {
    const { result } = await run<{ g: GlobalReport }>('getis-ord', homicides(folder), NORMAL);

    const { G, z } = spdep.globalG;
    expectClose([result.g.statistic, result.g.randomisation.z], [G, z[0][0]], 1e-11);
  });

  it.each([
    ['conditional', stl.Moran_Local.EIc, stl.Moran_Local.VIc, spdep.localmoran_conditional],
    ['total', stl.Moran_Local.EI, stl.Moran_Local.VI, spdep.localmoran_total],
  ])(
    'have the local I of esda and spdep, with %s moments',
    async (moments, means, variances, r) => {
      const { column, rows } = await local('local-moran', homicides(folder), [
        ...[...NORMAL, '--moments', moments],
      ]);

      const onSpdepScale = (name: string, power = 1) =>
        column(name).map((figure) => figure * SPDEP_SCALE ** power);
      expectClose(column('statistic'), stl.Moran_Local.Is);
      expect(rows.map(({ quadrant }) => ['HH', 'LH', 'LL', 'HL'].indexOf(quadrant!) + 1)).toEqual(
        stl.Moran_Local.q,
      );
      expectClose(onSpdepScale('expected'), means);
      expectClose(onSpdepScale('variance', 2), variances);
      expectClose(onSpdepScale('statistic'), r.Ii, 1e-11);
      expectClose(onSpdepScale('expected'), r['E.Ii'], 1e-11);
      expectClose(onSpdepScale('variance', 2), r['Var.Ii'], 1e-11);
      expectClose(column('z'), r['Z.Ii'], 1e-11);
      expectClose(column('p'), r['Pr(z != E(Ii))'], 1e-10);
      if (moments === 'conditional') expectClose(column('p_fdr'), spdep.fdr_BH, 1e-10);
    },
  );

  it.each([
    ['two-sided', stl.Moran_Local.p_sim_two_sided_9999, 2],
    ['directed', stl.Moran_Local.p_sim_directed_9999, 1],
  ])(
    'have local I with the %s p-values of esda, within the error of 9999 draws',
    async (side, p, tails) => {
      const { column } = await local('local-moran', homicides(folder), [
        ...['--permutations', '9999', '--alternative', side],
      ]);

      expectDrawnAlike(column('p'), p, tails);
    },
  );

  it('have the moments that esda simulates, within the error of 9999 draws', async () => {
    const { column } = await local('local-moran', homicides(folder), NORMAL);

    const { EI_sim, VI_sim, z_sim } = stl.Moran_Local;
    const [means, variances, zs] = [column('expected'), column('variance'), column('z')];
    // five errors of a mean; of a variance, for a kurtosis up to 20, five are 22 %
    means.forEach((mean, i) => {
      expect(Math.abs(EI_sim[i]! - mean)).toBeLessThan(5 * Math.sqrt(variances[i]! / 9999));
      expect(Math.abs(VI_sim[i]! / variances[i]! - 1)).toBeLessThan(0.22);
      expect(Math.abs(z_sim[i]! - zs[i]!)).toBeLessThan(0.05 + 0.11 * Math.abs(zs[i]!));
    });
  });

  it.each([
    ['0.05', stl['fdr_0.05']],
    ['0.1', stl['fdr_0.1']],
  ])('have at %s the cutoff of esda.fdr', async (alpha, cutoff) => {
    const { result } = await run<{ cutoffs: { esda: number } }>('local-moran', homicides(folder), [
      ...['--permutations', '9999', '--alpha', alpha],
    ]);

    expectClose([result.cutoffs.esda], [cutoff], 1e-14);
  });

  it.each([
    ['G_i', [], stl.G_Local_B_nostar, spdep.localG],
    ['G*_i', ['--star'], stl.G_Local_B_star, spdep.localGstar],
  ])(
    'have the %s of esda and spdep',
    async (_, star, theirs, r) => {
      const options = ['--permutations', '9999', ...star];
      const { column } = await local('getis-ord', homicides(folder), options);
      const without =
        star.length === 0 ? column : (await local('getis-ord', homicides(folder), NORMAL)).column;

      expectClose(column('statistic'), theirs.Gs);
      expectClose(column('z'), theirs.Zs, 1e-11);
      expectClose(column('z'), r, 1e-11);
      expectDrawnAlike(column('p'), theirs.p_sim_two_sided_9999, 2);
      // esda holds the place's own value in both cases; with it, the mean of G*_i is that of G_i and it
      const total = stl.y.reduce((sum, y) => sum + y, 0);
      const [means, variances] = [without('expected'), without('variance')];
      means.forEach((mean, i) => {
        const others = (total - stl.y[i]!) / total;
        const own = star.length === 0 ? mean : mean * others + stl.y[i]! / total;
        const error = Math.sqrt(variances[i]! / 9999) * (star.length === 0 ? 1 : others);
        expect(Math.abs(theirs.EG_sim[i]! - own)).toBeLessThan(5 * error);
      });
    },
    LONG,
  );
});

async function run<Result>(measure: string, input: string[], options: string[] = []) {
  return { result: await runMeasure<Result>(folder, measure, [...input, ...options]) };
}

function local(measure: string, input: string[], options: string[] = []) {
  return runLocalMeasure(folder, measure, [...input, ...options]);
}
