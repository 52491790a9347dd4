import { AnalysisWorkers, shareColumns } from '@cluster-atlas/workers';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { generatePlaces } from '../generate-places.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** How long this thread answers nobody while another one clusters: the target is 50 ms. */
export async function benchEventLoop(points: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(points);
  const shared = shareColumns({ xs, ys, weights: null });
  const workers = new AnalysisWorkers(2);
  try {
    return [
      await benchTask({
        task: 'dbscan, eps 250, on a worker thread',
        n: points,
        work: async () => {
          const delay = monitorEventLoopDelay({ resolution: 1 });
          delay.enable();
          const { clusters } = await workers.run('dbscan', shared, { eps: 250, minPoints: 10 });
          delay.disable();
          return { clusters, 'longest block in ms': delay.max / 1e6 };
        },
      }),
    ];
  } finally {
    await workers.close();
  }
}
