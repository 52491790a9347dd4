import { studyClusters, testClusters, type ClusterTest } from '@cluster-atlas/analytics';
import { AnalysisWorkers, clusterTestOnThreads } from '@cluster-atlas/workers';
import { generatePlaces } from '../generate-places.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** One place in so many is of the sector. */
const PLACES_PER_FIRM = 200;
/** A tenth of the usual number, none left out. */
const LABELLINGS = 100;

export async function benchClusterTest(places: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(places);
  const points = {
    xs,
    ys,
    weights: null,
    types: Uint8Array.from(xs, (_, i) => (i % PLACES_PER_FIRM === 0 ? 1 : 0)),
  };
  const method = { method: 'dbscan' as const, eps: 1000, minPoints: 10 };
  const rule = { reference: 1, method };
  const labelling = { seed: 1, labellings: LABELLINGS, enough: 0 };
  const task = `clusters of one in ${PLACES_PER_FIRM}, ${LABELLINGS} labellings`;
  const figuresOf = ({ clusters }: ClusterTest) => ({
    clusters: clusters.length,
    smallest_p: Math.min(1, ...clusters.map(({ p }) => p)),
  });
  const workers = new AnalysisWorkers(2);
  return [
    await benchTask({
      task: `${task}, one thread`,
      n: places,
      work: () => figuresOf(testClusters(studyClusters(points, rule), labelling)),
    }),
    await benchTask({
      task: `${task}, two threads`,
      n: places,
      work: async () =>
        figuresOf(await clusterTestOnThreads(workers, points, { ...rule, ...labelling })),
    }).finally(() => workers.close()),
  ];
}
