import {
  betweenness,
  buildFlowGraph,
  dbscan,
  leiden,
  randomNumber,
  systemicRisk,
  type FlowGraph,
} from '@cluster-atlas/analytics';
import { AnalysisWorkers } from './analysis-workers.js';
import { betweennessOnThreads } from './betweenness-on-threads.js';
import { leidenOnThreads } from './leiden-on-threads.js';
import { shareColumns } from './share-columns.js';
import { systemicRiskOnThreads } from './systemic-risk-on-threads.js';

let workers: AnalysisWorkers;

beforeAll(() => {
  workers = new AnalysisWorkers(2);
});

afterAll(() => workers.close());

const points = {
  xs: Float64Array.of(0, 1, 2, 10, 11, 12, 99),
  ys: Float64Array.of(0, 0, 0, 0, 0, 0, 99),
  weights: null,
};
const options = { eps: 1.5, minPoints: 2 };

it('finds the same clusters on a thread as here, from shared and from copied columns', async () => {
  const shared = shareColumns(points);

  const [fromShared, fromCopied] = await Promise.all([
    workers.run('dbscan', shared, options),
    workers.run('dbscan', points, options),
  ]);

  expect(Array.from(fromShared.labels)).toEqual([0, 0, 0, 1, 1, 1, -1]);
  expect(fromCopied).toEqual(dbscan(points, options));
  expect(fromShared).toEqual(fromCopied);
});

it('tells why a measure refuses its input', async () => {
  await expect(workers.run('dbscan', points, { ...options, eps: -1 })).rejects.toThrow(
    'eps is -1, not a positive number',
  );
});

it('drops a task that waits, ends the thread of one that goes on for long, and then has others done', async () => {
  const one = new AnalysisWorkers(1);
  const gone = new AbortController();
  const xs = Float64Array.from({ length: 300_000 }, (_, i) => i % 1000);
  const far = { xs, ys: xs.map((_, i) => Math.floor(i / 1000)), weights: null };
  // minutes: each place has all others within reach
  const long = one.runUntil(gone.signal, 'clusterPoints', far, {
    ...{ method: 'hdbscan', minClusterSize: 2, minSamples: 299_999 },
    ...{ selection: 'eom', selectionEpsilon: 0 },
  });
  const waiting = one.runUntil(gone.signal, 'dbscan', far, { eps: 1e6, minPoints: 2 });
  const answers = Promise.allSettled([long, waiting]);

  gone.abort();

  const given = { status: 'rejected', reason: gone.signal.reason as unknown };
  expect(await answers).toEqual([given, given]);
  expect(Array.from((await one.run('dbscan', points, options)).labels)).toEqual([
    0, 0, 0, 1, 1, 1, -1,
  ]);
  await one.close();
}, 60_000);

it('leaves its thread to others that a short task was given up on', async () => {
  const one = new AnalysisWorkers(1);
  await one.run('dbscan', points, options);

  for (let i = 0; i < 20; i++) {
    const gone = new AbortController();
    const left = one.runUntil(gone.signal, 'dbscan', points, options);
    gone.abort();
    await expect(left).rejects.toBe(gone.signal.reason);
  }

  expect((await one.run('dbscan', points, options)).clusters).toBe(2);
  await one.close();
}, 60_000);

it('shares columns, however deep they lie, without changing them', () => {
  const column = Uint32Array.of(1, 2, 4_294_967_295);

  const shared = shareColumns({ name: 'firms', inner: [{ column }], none: null });

  expect(shared.inner[0]!.column.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared).toEqual({ name: 'firms', inner: [{ column }], none: null });
  expect(shareColumns(shared).inner[0]!.column).toBe(shared.inner[0]!.column);
});

function drawGraph({ nodes, isDirected }: { nodes: number; isDirected: boolean }): FlowGraph {
  const node = (draw: number) => Math.floor(nodes * randomNumber({ seed: 1, simulation: 0, draw }));
  const arcs = Array.from({ length: 3 * nodes }, (_, i) => i);
  const rows = {
    nodes,
    sources: Int32Array.from(arcs, (i) => node(2 * i)),
    targets: Int32Array.from(arcs, (i) => node(2 * i + 1)),
    weights: null,
  };
  return buildFlowGraph(rows, { isDirected });
}

it('finds the same betweenness on threads as here, to the last bit', async () => {
  const graph = drawGraph({ nodes: 200, isDirected: true });

  const found = await betweennessOnThreads(workers, graph);

  expect(found).toEqual(betweenness(graph));
});

it('finds the same communities on threads as here', async () => {
  const graph = drawGraph({ nodes: 100, isDirected: false });

  const found = await leidenOnThreads(workers, graph, { seed: 1, restarts: 9 });

  expect(found).toEqual(leiden(graph, { seed: 1, restarts: 9 }));
  await expect(leidenOnThreads(workers, graph, { seed: 1, restarts: 0 })).rejects.toThrow(
    '0 is not a number of restarts',
  );
});

it('finds the same systemic risk of each firm on threads as here, to the last bit', async () => {
  const graph = drawGraph({ nodes: 30, isDirected: true });
  const kinds = Int32Array.from({ length: 30 }, (_, firm) => firm % 6);

  const found = await systemicRiskOnThreads(workers, graph, { kinds, essential: null });

  expect(found).toHaveLength(30);
  expect(found).toEqual(systemicRisk(graph, { kinds, essential: null }));
});
