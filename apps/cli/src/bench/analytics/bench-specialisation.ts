import {
  ellisonGlaeser,
  locationQuotients,
  plantMoments,
  randomNumber,
  tabulate,
  variety,
  type RegionSectorRows,
} from '@cluster-atlas/analytics';
import { regionColumns, sectorColumns } from '../../compute/sector-columns.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** Local authorities and five-digit sectors of Great Britain, about. */
const REGIONS = 363;
const SECTORS = 731;
const SECTORS_OF_GROUP = 9;
const SEED = 42;

const NUMPY: Reference = {
  name: 'numpy',
  language: 'python',
  script: `
import sys, time
import numpy as np
file, n, regions, sectors, group = sys.argv[1:]
n, R, S, G = int(n), int(regions), int(sectors), int(group)
region, sector, size = np.fromfile(file).reshape(3, n)
region = region.astype(np.int64); sector = sector.astype(np.int64)
started = time.perf_counter()
cube = np.bincount(region * S + sector, weights=size, minlength=R * S).reshape(R, S)
er, ei, e = cube.sum(1), cube.sum(0), cube.sum()
with np.errstate(divide='ignore', invalid='ignore'):
    lq = (cube / er[:, None]) / (ei / e)
x = er / e
s = cube / ei
H = np.bincount(sector, weights=size ** 2, minlength=S) / ei ** 2
G2 = ((s - x[:, None]) ** 2).sum(0)
gamma = (G2 / (1 - (x ** 2).sum()) - H) / (1 - H)
p = cube / er[:, None]
P = np.add.reduceat(p, np.arange(0, S, G), axis=1)
entropy = lambda q: -np.where(q > 0, q * np.log2(np.where(q > 0, q, 1)), 0).sum(1)
related = entropy(p) - entropy(P)
print(np.__version__, time.perf_counter() - started, (cube > 0).sum(), lq.sum(), gamma.mean(), related.mean())`,
  finds: ['cells', 'lq', 'gamma', 'related'],
};

/** All quotients, every sector's gamma and every region's related variety, from firms with their jobs. */
export async function benchSpecialisation(firms: number): Promise<TaskBench[]> {
  const rows = generateJobs(firms);
  const groupOf = Uint32Array.from({ length: SECTORS }, (_, sector) =>
    Math.floor(sector / SECTORS_OF_GROUP),
  );
  return [
    await benchTask({
      task: 'lq, Ellison-Glaeser and related variety',
      n: firms,
      work: () => {
        const table = tabulate(rows);
        const plants = plantMoments(rows);
        const gammas = Array.from(
          sectorColumns(table),
          (amounts, i) => ellisonGlaeser(amounts, table.regionTotals, plants[i]!)?.gamma ?? 0,
        );
        const related = Array.from(
          regionColumns(table),
          (amounts) => variety(amounts, groupOf)?.related ?? 0,
        );
        return {
          cells: table.values.length,
          lq: sum(locationQuotients(table)),
          gamma: sum(gammas) / SECTORS,
          related: sum(related) / REGIONS,
        };
      },
      references: {
        programs: [NUMPY],
        columns: [Float64Array.from(rows.regionOf), Float64Array.from(rows.sectorOf), rows.values],
        words: [REGIONS, SECTORS, SECTORS_OF_GROUP],
      },
    }),
  ];
}

/** Invented firms: regions and sectors of very different size, most firms small. */
function generateJobs(count: number): RegionSectorRows & { values: Float64Array } {
  const random = (simulation: number, draw: number) =>
    randomNumber({ seed: SEED, simulation, draw });
  const regionOf = new Uint32Array(count);
  const sectorOf = new Uint32Array(count);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    regionOf[i] = Math.floor(random(0, i) ** 2 * REGIONS);
    sectorOf[i] = Math.floor(random(1, i) ** 3 * SECTORS);
    values[i] = Math.floor(1 / (random(2, i) + 1e-4)); // up to 10,000 jobs
  }
  return { regions: REGIONS, sectors: SECTORS, regionOf, sectorOf, values };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
