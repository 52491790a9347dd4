import { betweenness, buildFlowGraph, dbscan, randomNumber } from '@cluster-atlas/analytics';
import { AnalysisWorkers } from './analysis-workers.js';
import { betweennessOnThreads } from './betweenness-on-threads.js';
import { shareColumns } from './share-columns.js';

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

it('shares columns, however deep they lie, without changing them', () => {
  const column = Uint32Array.of(1, 2, 4_294_967_295);

  const shared = shareColumns({ name: 'firms', inner: [{ column }], none: null });

  expect(shared.inner[0]!.column.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared).toEqual({ name: 'firms', inner: [{ column }], none: null });
  expect(shareColumns(shared).inner[0]!.column).toBe(shared.inner[0]!.column);
});

it('finds the same betweenness on threads as here, to the last bit', async () => {
  const node = (draw: number) => Math.floor(200 * randomNumber({ seed: 1, simulation: 0, draw }));
  const arcs = Array.from({ length: 600 }, (_, i) => i);
  const rows = {
    nodes: 200,
    sources: Int32Array.from(arcs, (i) => node(2 * i)),
    targets: Int32Array.from(arcs, (i) => node(2 * i + 1)),
    weights: null,
  };
  const graph = buildFlowGraph(rows, { isDirected: true });

  const found = await betweennessOnThreads(workers, graph);

  expect(found).toEqual(betweenness(graph));
});
