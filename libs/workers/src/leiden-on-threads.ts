import {
  bestCommunities,
  restartsOf,
  type Communities,
  type FlowGraph,
  type LeidenOptions,
} from '@cluster-atlas/analytics';
import type { AnalysisWorkers } from './analysis-workers.js';
import { shareColumns } from './share-columns.js';
import { shareWork } from './share-work.js';

/** As `leiden` of the analytics library, restart for restart, on all threads. */
export async function leidenOnThreads(
  workers: AnalysisWorkers,
  graph: FlowGraph,
  { restarts, ...options }: LeidenOptions,
): Promise<Communities> {
  const shared = shareColumns(graph);
  const range = { from: 0, to: restartsOf(graph, restarts) };
  const best = await Promise.all(
    shareWork(range, workers.threads).map((part) =>
      workers.run('leidenPart', shared, options, part),
    ),
  );
  return bestCommunities(best);
}
