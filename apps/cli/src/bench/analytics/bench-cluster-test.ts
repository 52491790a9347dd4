import { studyClusters, testClusters } from '@cluster-atlas/analytics';
import { generatePlaces } from '../generate-places.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** One place in so many is of the sector. */
const PLACES_PER_FIRM = 200;
/** A tenth of the usual number, none left out. */
const LABELLINGS = 100;

export async function benchClusterTest(points: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(points);
  const types = xs.map((_, i) => (i % PLACES_PER_FIRM === 0 ? 1 : 0));
  const rule = { reference: 1, eps: 1000, minPoints: 10 };
  const bench = await benchTask({
    task: `clusters of one in ${PLACES_PER_FIRM}, ${LABELLINGS} labellings`,
    n: points,
    work: () => {
      const study = studyClusters({ xs, ys, weights: null, types }, rule);
      const { clusters } = testClusters(study, { seed: 1, labellings: LABELLINGS, enough: 0 });
      return { clusters: clusters.length, smallest_p: Math.min(1, ...clusters.map(({ p }) => p)) };
    },
  });
  return [bench];
}
