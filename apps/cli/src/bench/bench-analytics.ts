import { dbscan } from '@cluster-atlas/analytics';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textTable } from '../output.js';
import { generateFirms, generatePlaces, type Places } from './generate-places.js';
import { runR, runScikitLearn, type ReferenceRun } from './reference-dbscan.js';

export interface AnalyticsBench {
  task: string;
  n: number;
  /** The median of RUNS, the first of which also compiles. */
  seconds: number;
  clusters: number;
  noise: number;
  references: (ReferenceRun & { ratio: number | null })[];
}

const RUNS = 3;
const MIN_POINTS = 10;

/** Each measure on invented places, beside whatever reference this machine has. */
export async function benchAnalytics(points: number): Promise<AnalyticsBench[]> {
  const places = generatePlaces(points);
  const firms = generateFirms(points);
  return [
    await benchDbscan('dbscan, eps 250', places, { eps: 250, references: [runR, runScikitLearn] }),
    // scikit-learn would hold each neighbour of each firm: 177 GB at 5.5 million
    await benchDbscan('dbscan, shared addresses, eps 100', firms, { eps: 100, references: [runR] }),
  ];
}

async function benchDbscan(
  task: string,
  { xs, ys }: Places,
  { eps, references }: { eps: number; references: (typeof runR)[] },
): Promise<AnalyticsBench> {
  const times: number[] = [];
  let found = { clusters: 0, noiseCount: 0 };
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    found = dbscan({ xs, ys, weights: null }, { eps, minPoints: MIN_POINTS, labels: 'sklearn' });
    times.push((performance.now() - started) / 1000);
  }
  const seconds = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-files-'));
  const runs: AnalyticsBench['references'] = [];
  try {
    const file = join(folder, 'places');
    await writeFile(
      file,
      [xs, ys].map(({ buffer }) => new Uint8Array(buffer as ArrayBuffer)),
    );
    for (const reference of references) {
      const run = await reference({ file, n: xs.length, eps, minPoints: MIN_POINTS });
      runs.push({ ...run, ratio: 'seconds' in run ? run.seconds / seconds : null });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { clusters, noiseCount: noise } = found;
  return { task, n: xs.length, seconds, clusters, noise, references: runs };
}

export function describeAnalytics(results: AnalyticsBench[]): string {
  const absent = results.flatMap(({ task, references }) =>
    references.flatMap((run) => ('missing' in run ? [`${task}: ${run.name}: ${run.missing}`] : [])),
  );
  const table = textTable(
    ['task', 'by', 'n', 'seconds', 'ratio', 'clusters', 'noise'],
    results.flatMap(({ task, n, seconds, clusters, noise, references }) => [
      [task, 'atlas', n, seconds, 1, clusters, noise],
      ...references.flatMap((run) =>
        'missing' in run
          ? []
          : [
              [
                task,
                `${run.name} ${run.version}`,
                n,
                run.seconds,
                run.ratio,
                run.clusters,
                run.noise,
              ],
            ],
      ),
    ]),
  );
  return [table, ...absent].join('\n');
}
