import type { CascadeOptions, FlowGraph } from '@cluster-atlas/analytics';
import type { AnalysisWorkers } from './analysis-workers.js';
import { shareColumns } from './share-columns.js';
import { shareWork } from './share-work.js';

/** Some firms' failures take many more rounds to settle than others'. */
const PARTS_PER_THREAD = 8;

/** As `systemicRisk` of the analytics library, to the last bit, for all firms on all threads. */
export async function systemicRiskOnThreads(
  workers: AnalysisWorkers,
  graph: FlowGraph,
  options: CascadeOptions,
): Promise<(number | null)[]> {
  const shared = shareColumns({ graph, options });
  const firms = { from: 0, to: graph.nodes };
  const parts = await Promise.all(
    shareWork(firms, workers.threads, PARTS_PER_THREAD).map((part) =>
      workers.run('systemicRisk', shared.graph, shared.options, part),
    ),
  );
  return parts.flat();
}
