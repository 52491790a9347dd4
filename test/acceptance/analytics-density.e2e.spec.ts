import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { readJson, readRows, writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

interface KdeReport {
  n: number;
  bandwidth: {
    rule: string;
    sigma: number;
    support: number;
    axes: { x: number; y: number } | null;
    covariance: { xx: number; xy: number; yy: number } | null;
  };
  total: number;
  integral: number | null;
  peak: { density: number; x: number; y: number } | null;
  warnings: string[];
}

interface Pattern {
  window: { x: [number, number]; y: [number, number] };
  n: number;
  bw: { diggle: number; ppl: number; scott: [number, number]; CvL: number; scott_iso: number };
  sigma: number;
  density_im_gaussian_32: number[];
  integral: number;
  [densityAtPoints: string]: unknown;
}

/** The oracles' unit is a window's side; the command takes it for a metre and answers per km2. */
const PER_KM2 = 1e6;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-density-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['redwood', 'cells'])('%s, as spatstat has it', (name) => {
  const input = sharedOracle(`spatstat/${name}.csv`);
  const pattern = readJson<Record<string, Pattern>>('spatstat/spatstat_oracles.json')[name]!;
  const { x, y } = pattern.window;
  const window = ['--window', [x[0], y[0], x[1], y[1]].join(',')];

  it.each([
    ['diggle', pattern.bw.diggle],
    ['ppl', pattern.bw.ppl],
    ['cvl', pattern.bw.CvL],
    ['scott', pattern.bw.scott_iso],
  ])('has the bandwidth of %s', async (rule, expected) => {
    const { report } = await kde(input, ['--bandwidth', rule, ...window]);

    expect(report.n).toBe(pattern.n);
    expect(relativeError(report.bandwidth.sigma, expected)).toBeLessThan(1e-11);
  });

  it('has a bandwidth for each axis', async () => {
    const { report } = await kde(input, ['--bandwidth', 'scott-axes']);

    const { axes } = report.bandwidth;
    expect(relativeError(axes!.x, pattern.bw.scott[0])).toBeLessThan(1e-11);
    expect(relativeError(axes!.y, pattern.bw.scott[1])).toBeLessThan(1e-11);
  });

  it.each(['gaussian', 'epanechnikov', 'quartic'])(
    'has the density at its points, %s',
    async (kernel) => {
      const { densities } = await kde(input, [
        ...['--bandwidth', String(pattern.sigma), '--kernel', kernel, '--at', input],
      ]);

      const expected = pattern[`density_points_${kernel}_noedge`] as number[];
      // sigma has 13 digits in the file
      expect(errorByPeak(densities.slice(0, expected.length), expected)).toBeLessThan(1e-11);
    },
  );

  it('has the density of the other points, gaussian with the edge of a rectangle', async () => {
    const { densities } = await kde(input, [
      ...['--bandwidth', String(pattern.sigma), '--leave-one-out', '--edge', 'uniform', ...window],
    ]);

    const expected = pattern['density_points_gaussian_loo_edge'] as number[];
    expect(errorByPeak(densities.slice(0, expected.length), expected)).toBeLessThan(1e-11);
  });

  it.each(['epanechnikov', 'quartic'])(
    'has the density of the other points, %s with the edge of 128 x 128 pixels',
    async (kernel) => {
      // a point between two pixels belongs to the lower one in spatstat, and to the upper one here
      const points = readPoints(input).map(([px, py]) => [x[0] + x[1] - px, y[0] + y[1] - py]);
      const mirrored = writePoints('mirrored.csv', points);
      const mask = writePoints('mask.csv', pixels(pattern, 128));

      const { densities } = await kde(mirrored, [
        ...['--bandwidth', String(pattern.sigma), '--kernel', kernel, '--leave-one-out'],
        ...['--edge', 'uniform', '--mask', mask, '--cell', String(1 / 128)],
      ]);

      const expected = pattern[`density_points_${kernel}_loo_edge`] as number[];
      expect(errorByPeak(densities.slice(0, expected.length), expected)).toBeLessThan(1e-11);
    },
  );

  it.each(['epanechnikov', 'quartic'])(
    'differs by the width of a pixel where %s has the edge of a rectangle',
    async (kernel) => {
      const { densities } = await kde(input, [
        ...['--bandwidth', String(pattern.sigma), '--kernel', kernel, '--leave-one-out'],
        ...['--edge', 'uniform', ...window],
      ]);

      const expected = pattern[`density_points_${kernel}_loo_edge`] as number[];
      expect(errorByPeak(densities.slice(0, expected.length), expected)).toBeLessThan(0.02);
    },
  );

  it('has the image of 32 x 32 pixels, and its integral', async () => {
    // spatstat moves each point to the centre of its pixel first
    const centre = (value: number, from: number) =>
      from + (Math.floor((value - from) * 32) + 0.5) / 32;
    const points = readPoints(input).map(([px, py]) => [centre(px, x[0]), centre(py, y[0])]);
    const places = pixels(pattern, 32);

    const { densities } = await kde(writePoints('centred.csv', points), [
      ...['--bandwidth', String(pattern.sigma), '--at', writePoints('pixels.csv', places)],
    ]);

    expect(errorByPeak(densities, pattern.density_im_gaussian_32)).toBeLessThan(1e-10);
    const integral = densities.reduce((sum, density) => sum + density, 0) / 32 ** 2;
    expect(relativeError(integral, pattern.integral)).toBeLessThan(1e-10);
  });
});

describe('redwood, as Python has it', () => {
  const input = sharedOracle('spatstat/redwood.csv');
  const n = 62;
  const python = readJson<
    Record<string, number[]> & {
      scipy_gaussian_kde_redwood_scott: Scipy & { q: [number, number][]; factor: number };
      scipy_gaussian_kde_redwood_weighted_silverman: Scipy & { neff: number; factor: number };
    }
  >('kde/py_kde.json');
  const scipy = python.scipy_gaussian_kde_redwood_scott;
  const at = () => ['--at', writePoints('places.csv', scipy.q)];

  it('has the covariance of its kernel and the density of scipy', async () => {
    const { report, densities } = await kde(input, ['--bandwidth', 'scott-covariance', ...at()]);

    expectCovariance(report, scipy);
    expect(
      errorByPeak(
        densities.map((density) => density / n),
        scipy.pdf,
      ),
    ).toBeLessThan(1e-12);
  });

  it('has them with the weights 1 to 62', async () => {
    const lines = readPoints(input).map(([x, y], i) => `${x},${y},${i + 1}`);
    const weighted = writeLines(folder, 'weighted.csv', ['x,y,w', ...lines]);

    const { report, densities } = await kde(weighted, [
      ...['--weight', 'w', '--bandwidth', 'scott-covariance', ...at()],
    ]);

    const expected = python.scipy_gaussian_kde_redwood_weighted_silverman;
    expectCovariance(report, expected);
    const probability = densities.map((density) => density / report.total);
    expect(errorByPeak(probability, expected.pdf)).toBeLessThan(1e-12);
  });

  it.each([
    ['gaussian', 'gaussian'],
    ['epanechnikov', 'epanechnikov'],
    ['tophat', 'uniform'],
    ['exponential', 'exponential'],
    ['linear', 'cone'],
  ])('has the density of scikit-learn, %s with h = 0.15', async (theirs, kernel) => {
    const { report, densities } = await kde(input, [
      ...['--support', '0.15', '--kernel', kernel, ...at()],
    ]);

    expect(report.bandwidth.support).toBeCloseTo(0.15, 14);
    const expected = python[`sklearn_kde_redwood_h0.15_${theirs}`]!;
    expect(
      errorByPeak(
        densities.map((density) => density / n),
        expected,
      ),
    ).toBeLessThan(1e-12);
  });

  it('has the shape of its cosine kernel, whose volume is not 1 there', async () => {
    const { densities } = await kde(input, ['--support', '0.15', '--kernel', 'cosine', ...at()]);

    // scikit-learn 1.2.1 divides by 4 h^2; the integral of cos(pi d / 2 h) over the disc is (4 - 8 / pi) h^2
    const volume = (4 - 8 / Math.PI) / 4;
    const expected = python['sklearn_kde_redwood_h0.15_cosine']!;
    expect(
      errorByPeak(
        densities.map((density) => (density / n) * volume),
        expected,
      ),
    ).toBeLessThan(1e-12);
  });
});

describe('a raster', () => {
  it('holds the density at the centres of its cells to 1e-4 of the peak', async () => {
    const input = sharedOracle('spatstat/redwood.csv');
    const raster = await kde(input, ['--bandwidth', '0.1', '--cell', '0.02']);
    const cells = writePoints('cells.csv', raster.places);

    const exact = await kde(input, ['--bandwidth', '0.1', '--at', cells]);

    expect(errorByPeak(raster.densities, exact.densities)).toBeLessThan(1e-4);
    expect(relativeError(raster.report.integral!, 62)).toBeLessThan(1e-5);
    const highest = Math.max(...raster.densities);
    expect(raster.report.peak!.density / PER_KM2).toBe(highest);
    const place = raster.places[raster.densities.indexOf(highest)]!;
    expect([raster.report.peak!.x, raster.report.peak!.y]).toEqual(place);
  }, 20_000);

  it('compares with a base: twice as dense where all of the subject is, in half of the base', async () => {
    const subject = writePoints('subject.csv', [
      [0, 0],
      [0, 0],
    ]);
    const base = writePoints('base.csv', [
      [0, 0],
      [0, 0],
      [10_000, 0],
      [10_000, 0],
    ]);

    const out = join(folder, 'relative.csv');
    const { exitCode } = await atlas(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'kde', '--input', subject, '--bandwidth', '500', '--at', base],
      ...['--relative-to', base, '--out', out],
    );

    expect(exitCode).toBe(0);
    const relative = readRows(out).map((row) => Number(row['relative']));
    expect(relative).toEqual([2, 2, 0, 0]);
  });
});

describe('Old Faithful’s eruptions, as R has them', () => {
  type Curve = { x: number[]; y: number[] };
  const r = readJson<{
    x: number[];
    bw: Record<string, number>;
    density_default: Curve & { bw: number };
    'density_biweight_bw0.3': Curve;
    'density_gaussian_bw0.3': Curve;
    'exact_gaussian_bw0.3': number[];
  }>('kde/r_density_faithful.json');

  it.each([
    ['nrd0', 'nrd0'],
    ['nrd', 'nrd'],
    ['ucv', 'ucv'],
    ['bcv', 'bcv'],
    ['sj', 'SJ_ste'],
    ['sj-dpi', 'SJ_dpi'],
  ])('have the bandwidth %s', async (rule, theirs) => {
    const { sigma } = await lineDensity(['--bandwidth', rule], r.density_default.x);

    expect(relativeError(sigma, r.bw[theirs]!)).toBeLessThan(1e-11);
  });

  it('have the exact density', async () => {
    const { density } = await lineDensity(['--bandwidth', '0.3'], r['density_gaussian_bw0.3'].x);

    expect(errorByPeak(density.y, r['exact_gaussian_bw0.3'])).toBeLessThan(1e-11);
  });

  // R 4.2 interpolates between 512 bins: its own exact sum differs from its density() by 6.4e-4 of the peak
  it.each([
    ['default', ['--bandwidth', 'nrd0'], r.density_default],
    ['biweight', ['--bandwidth', '0.3', '--kernel', 'quartic'], r['density_biweight_bw0.3']],
    ['gaussian', ['--bandwidth', '0.3'], r['density_gaussian_bw0.3']],
  ])('have R’s density(), %s, as near as R’s own exact sum', async (_, options, expected) => {
    const { density } = await lineDensity(options, expected.x);

    expect(errorByPeak(density.y, expected.y)).toBeLessThan(7e-4);
  });

  async function lineDensity(options: string[], places: number[]) {
    const eruptions = writeLines(folder, 'eruptions.csv', ['minutes', ...r.x.map(String)]);
    const at = writeLines(folder, 'at.csv', ['minutes', ...places.map(String)]);
    const { result } = await atlas<{ sigma: number; density: Curve }>(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'line-density', '--input', eruptions, '--value', 'minutes', '--at', at],
      ...options,
    );
    return result;
  }
});

describe('around a hub', () => {
  const firms = () =>
    writeLines(folder, 'firms.csv', [
      'x,y,jobs',
      '0,0,1',
      '300,400,2',
      '0,500,3',
      '60000,0,7',
      '0,0,4',
    ]);
  const hub = () => writePoints('hub.csv', [[0, 0]]);

  it('has the density of the smallest disc with three firms: four, as two are 500 m away', async () => {
    const [row] = await outOf(['nearest-density', '--input', firms(), '--k', '3', '--at', hub()]);

    expect(Number(row!['radius'])).toBe(500);
    expect(Number(row!['density'])).toBeCloseTo(4 / (Math.PI * 0.25), 10);
  });

  it('is pulled by jobs, by exp(-d / 250 m)', async () => {
    const [row] = await outOf([
      ...['gravity', '--input', firms(), '--weight', 'jobs', '--decay', 'exponential:250'],
      ...['--at', hub()],
    ]);

    expect(Number(row!['gravity'])).toBeCloseTo(5 + 5 * Math.exp(-2), 12);
  });

  it('has a curve of decay: 2 firms within 100 m, 2 from there to 500 m', async () => {
    const { result } = await atlas<{ curve: { beta: number; halfDistance: number } }>(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'decay-curve', '--input', firms(), '--centre', '0,0', '--radii', '100,500'],
    );

    // areas of 1 and 24, middles 50 and 300 m
    expect(result.curve.beta).toBeCloseTo(Math.log(24) / 250, 12);
    expect(result.curve.halfDistance).toBeCloseTo((250 * Math.LN2) / Math.log(24), 8);
  });

  it('lies in a hexagon, and in squares that add up', async () => {
    const jobs = ['--input', firms(), '--weight', 'jobs'];

    const hexagons = await outOf(['grid', ...jobs, '--width', '200']);
    const squares = await outOf([
      'grid',
      ...jobs,
      '--shape',
      'square',
      '--width',
      '250',
      '--levels',
      '3',
    ]);

    const here = hexagons.find(({ x, y }) => x === '0' && y === '0');
    expect(here).toMatchObject({ count: '2', weight: '5' });
    const levels = ['0', '1', '2'].map((level) =>
      squares
        .filter((row) => row['level'] === level)
        .map((row) => Number(row['weight']))
        .sort((a, b) => a - b),
    );
    expect(levels).toEqual([
      [2, 3, 5, 7],
      [3, 7, 7],
      [7, 10],
    ]);
  }, 20_000);

  async function outOf(words: string[]): Promise<Record<string, string>[]> {
    const out = join(folder, 'hub-out.csv');
    const { exitCode } = await atlas({ ATLAS_DATA_DIR: folder }, 'compute', ...words, '--out', out);
    expect(exitCode).toBe(0);
    return readRows(out);
  }
});

it.each([
  ['no bandwidth', [], /Give --bandwidth, or --support/],
  ['two bandwidths', ['--bandwidth', '5', '--support', '5'], /Give --bandwidth, or --support/],
  ['a bandwidth of nothing', ['--bandwidth', '0'], /Metres above 0, or one of scott/],
  ['an edge without a window', ['--bandwidth', '5', '--edge', 'uniform'], /needs a --window/],
  ['a window upside down', ['--bandwidth', '5', '--window', '0,1,1,0'], /Four numbers/],
  ['an oval quartic', ['--bandwidth', 'scott-axes', '--kernel', 'quartic'], /Only a gaussian/],
])('refuses %s', async (_, options, reason) => {
  const { exitCode, stderr } = await atlas(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'kde', '--input', sharedOracle('spatstat/cells.csv'), ...options],
  ).catch((error: Error) => ({ exitCode: 2, stderr: error.message }));

  expect(exitCode).toBe(2);
  expect(stderr).toMatch(reason);
});

interface Scipy {
  pdf: number[];
  cov: [[number, number], [number, number]];
}

/** Densities per square of the unit, and where they are. */
interface Estimate {
  report: KdeReport;
  densities: number[];
  places: [number, number][];
}

async function kde(input: string, options: string[]): Promise<Estimate> {
  const out = join(folder, 'out.csv');
  const { result, exitCode } = await atlas<KdeReport>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'kde', '--input', input, '--out', out, ...options],
  );
  expect(exitCode).toBe(0);
  const rows = readRows(out);
  return {
    report: result,
    densities: rows.map((row) => Number(row['density']) / PER_KM2),
    places: rows.map((row) => [Number(row['x']), Number(row['y'])]),
  };
}

function expectCovariance({ bandwidth }: KdeReport, { cov }: Scipy): void {
  const { xx, xy, yy } = bandwidth.covariance!;
  const found = [xx, xy, xy, yy];
  cov.flat().forEach((expected, i) => {
    expect(relativeError(found[i]!, expected)).toBeLessThan(1e-12);
  });
}

function relativeError(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}

/** The largest difference by the largest expected value. */
function errorByPeak(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  const errors = expected.map((value, i) => Math.abs(value - found[i]!));
  return Math.max(...errors) / Math.max(...expected);
}

/** Centres of so many columns and rows over the window, by column, as R stores an image. */
function pixels({ window: { x, y } }: Pattern, count: number): [number, number][] {
  return Array.from({ length: count * count }, (_, i) => [
    x[0] + ((Math.floor(i / count) + 0.5) * (x[1] - x[0])) / count,
    y[0] + (((i % count) + 0.5) * (y[1] - y[0])) / count,
  ]);
}

function readPoints(path: string): [number, number][] {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(',').map(Number) as [number, number]);
}

function writePoints(name: string, points: readonly (readonly number[])[]): string {
  return writeLines(folder, name, ['x,y', ...points.map((point) => point.join(','))]);
}
