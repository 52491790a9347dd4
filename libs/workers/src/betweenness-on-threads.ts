import {
  BETWEENNESS_BLOCKS,
  combineBetweenness,
  type Betweenness,
  type BetweennessOptions,
  type FlowGraph,
} from '@cluster-atlas/analytics';
import type { AnalysisWorkers } from './analysis-workers.js';
import { shareColumns } from './share-columns.js';
import { shareWork } from './share-work.js';

/** As `betweenness` of the analytics library, to the last bit, on all threads. */
export async function betweennessOnThreads(
  workers: AnalysisWorkers,
  graph: FlowGraph,
  options: BetweennessOptions = {},
): Promise<Betweenness> {
  const shared = shareColumns({ graph, options });
  const parts = await Promise.all(
    shareWork({ from: 0, to: BETWEENNESS_BLOCKS }, workers.threads).map((blocks) =>
      workers.run('betweennessPart', shared.graph, shared.options, blocks),
    ),
  );
  return combineBetweenness(graph, options, parts);
}
