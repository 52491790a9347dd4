import { ConcentrationQuery, type Concentration } from '@cluster-atlas/contract';
import { TEST_ENGINES } from '../test-database.js';
import { measureConcentration } from './measure-concentration.js';
import { useTestPoints } from '../clusters/test-points.js';

/** Five software firms 100 m apart, a baker beside each of the first three; four more firms 20 km north; one alone. */
const FIRMS: [sector: string, northing: number][] = [
  ...[0, 100, 200, 300, 400].map((north): [string, number] => ['62012', 400_000 + north]),
  ...[0, 100, 200].map((north): [string, number] => ['10710', 400_000 + north]),
  ...[0, 100, 200, 300].map((north): [string, number] => ['62012', 420_000 + north]),
  ['62012', 440_000],
];

describe.each(TEST_ENGINES)('the concentration of a selection on %s', (engine) => {
  const lines = FIRMS.map(([sector, north], i) => `Firm ${i},${sector} - Trade,400000,${north}`);
  const text = ['CompanyName,SICCode.SicText_1,Easting,Northing', ...lines].join('\n');
  const test = useTestPoints(engine, { name: 'firms-2025-01-01.csv', text });

  function measure(parameters: Record<string, string>): Promise<Concentration> {
    return measureConcentration(test, ConcentrationQuery.parse(parameters));
  }

  it('is the mean share of its own kind around each business, by its share in all', async () => {
    const { curve, businesses, all } = await measure({ sectors: '62', radii: '150,50,10' });

    expect([businesses, all]).toEqual([10, 13]);
    expect(curve.map(({ radius }) => radius)).toEqual([10, 50, 150]);
    // within 50 m only three firms have anybody, a baker each
    expect(curve[1]!.m).toBe(0);
    // within 150 m: 1/3, 2/5, 2/4, 2/3, 1 and four times 1, of nine; among all others 9 of 12
    expect(curve[2]!.m).toBeCloseTo(6.9 / (9 * 0.75), 12);
  });

  it('gives the same band for the same seed', async () => {
    const parameters = { sectors: '62', radii: '150', labellings: '39' };

    const { p, labellings, ...rest } = await measure(parameters);

    expect(labellings).toBe(39);
    expect(p).toBeGreaterThanOrEqual(1 / 40);
    expect(await measure(parameters)).toEqual({ p, labellings, ...rest });
  });

  it('says why there is nothing to compare', async () => {
    await expect(measure({})).rejects.toThrow('Every business is selected');
    await expect(measure({ sectors: '01' })).rejects.toThrow('No selected business');
  });
});
