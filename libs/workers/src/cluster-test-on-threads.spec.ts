import { randomNumber, studyClusters, testClusters } from '@cluster-atlas/analytics';
import { AnalysisWorkers } from './analysis-workers.js';
import { clusterTestOnThreads } from './cluster-test-on-threads.js';

/** 1,000 points in a square of 30 by 30; every tenth is of the kind, and all in a corner. */
const drawn = (simulation: number) =>
  Float64Array.from(
    { length: 1000 },
    (_, draw) => 30 * randomNumber({ seed: 4, simulation, draw }),
  );
const [xs, ys] = [drawn(0), drawn(1)];
const types = Uint8Array.from(xs, (x, i) => (i % 10 === 0 || (x < 3 && ys[i]! < 3) ? 1 : 0));
const points = { xs, ys, weights: null, types };
const rule = { reference: 1, method: { method: 'dbscan' as const, eps: 1.5, minPoints: 4 } };
const sizes = { minClusterSize: 5, minSamples: 5, selectionEpsilon: 0 };
const hierarchy = { method: 'hdbscan' as const, selection: 'eom' as const, ...sizes };

let workers: AnalysisWorkers;

beforeAll(() => {
  workers = new AnalysisWorkers(2);
});

afterAll(() => workers.close());

it.each([
  { labellings: 120, enough: 0, method: rule.method },
  { labellings: 999, enough: 5, method: rule.method },
  { labellings: 120, enough: 0, method: hierarchy },
])('finds the same p-values on threads as here: %j', async ({ method, ...options }) => {
  const done: number[] = [];

  const found = await clusterTestOnThreads(workers, points, {
    ...{ reference: 1, method },
    ...options,
    seed: 1,
    onProgress: (labellings) => done.push(labellings),
  });

  expect(found).toEqual(
    testClusters(studyClusters(points, { reference: 1, method }), { ...options, seed: 1 }),
  );
  expect(found.clusters.length).toBeGreaterThan(1);
  expect(done[0]).toBe(50);
});

it('gives up when it is told to, and the threads do other work', async () => {
  const controller = new AbortController();
  const endless = { ...rule, seed: 1, labellings: 1e6, enough: 0 };

  const given = clusterTestOnThreads(workers, points, {
    ...endless,
    signal: controller.signal,
    onProgress: () => setImmediate(() => controller.abort()), // in the middle of the next batch
  });

  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  const few = { ...rule, seed: 1, labellings: 9, enough: 0 };
  expect((await clusterTestOnThreads(workers, points, few)).clusters.length).toBeGreaterThan(1);
});

it('tells why it refuses its input', async () => {
  const none = { ...rule, reference: 7, seed: 1, labellings: 9, enough: 0 };

  await expect(clusterTestOnThreads(workers, points, none)).rejects.toThrow(
    'No point is of the type 7',
  );
});
