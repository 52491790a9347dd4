import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atlas } from '../support/atlas.js';
import { writeLines } from '../support/oracle-files.js';
import { sharedOracle } from '../support/shared-data.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-isj-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// numbers from scipy's dct and brentq, by the algorithm of Botev, Grotowski and Kroese (2010)
it('finds the improved Sheather-Jones bandwidth of both axes of the moons', async () => {
  const { result } = await atlas<{ bandwidth: { sigma: number; axes: { x: number; y: number } } }>(
    { ATLAS_DATA_DIR: folder },
    ...['compute', 'kde', '--input', sharedOracle('rdbscan/moons.csv'), '--x', 'X', '--y', 'Y'],
    ...['--bandwidth', 'isj', '--cell', '0.05'],
  );

  const { axes, sigma } = result.bandwidth;
  expect(axes.x).toBeCloseTo(0.15131584328859704, 9);
  expect(axes.y).toBeCloseTo(0.17821573615511907, 9);
  expect(sigma).toBeCloseTo(Math.sqrt(axes.x * axes.y), 14);
});

it('takes that of the spread, and says so, where most rows share a coordinate', async () => {
  const input = writeLines(folder, 'grid.csv', ['x,y', '0,0', '0,1', '0,2', '1,0', '1,1', '1,2']);
  const bandwidthOf = async (rule: string) => {
    const { result } = await atlas<{ bandwidth: { axes: object }; warnings: string[] }>(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'kde', '--input', input, '--bandwidth', rule, '--cell', '0.2'],
    );
    return result;
  };

  const { bandwidth, warnings } = await bandwidthOf('isj');

  expect(bandwidth.axes).toEqual((await bandwidthOf('scott-axes')).bandwidth.axes);
  expect(warnings.join()).toMatch(/no bandwidth by isj/);
});

it('finds it for numbers on a line, and refuses to where most are equal', async () => {
  const ages = Array.from({ length: 200 }, (_, i) => Math.log((i + 0.5) / (199.5 - i)));
  const line = (rows: number[]) =>
    atlas<{ sigma: number }>(
      { ATLAS_DATA_DIR: folder },
      ...['compute', 'line-density', '--value', 'age', '--bandwidth', 'isj'],
      ...['--input', writeLines(folder, 'ages.csv', ['age', ...rows.map(String)])],
    );

  const { result } = await line(ages);
  const refused = await line([1, 1, 1, 1, 2]);

  expect(result.sigma).toBeCloseTo(0.7108320605437086, 9);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toMatch(/equal, or too few, for isj/);
});
