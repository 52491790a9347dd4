import { dbscan } from '@cluster-atlas/analytics';
import { AnalysisWorkers } from './analysis-workers.js';
import { shareColumn } from './share-column.js';

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
  const shared = { xs: shareColumn(points.xs), ys: shareColumn(points.ys), weights: null };

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

it('shares a column without changing it', () => {
  const column = Uint32Array.of(1, 2, 4_294_967_295);

  const shared = shareColumn(column);

  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Array.from(shared)).toEqual(Array.from(column));
});
