import {
  judgeClusters,
  labellingBatches,
  type ClusterMethod,
  type ClusterTest,
  type LabellingOptions,
  type TypedPoints,
} from '@cluster-atlas/analytics';
import type { AnalysisWorkers } from './analysis-workers.js';
import { joinColumns } from './join-columns.js';
import { shareColumns } from './share-columns.js';
import { shareWork } from './share-work.js';

interface ClusterTestOptions extends LabellingOptions {
  method: ClusterMethod;
  /** The kind whose clusters are tested. */
  reference: number;
  /** Gives up when it aborts. */
  signal?: AbortSignal | undefined;
  /** Is told, after each batch, how many labellings are done, of at most `labellings`. */
  onProgress?: ((labellings: number) => void) | undefined;
}

/**
 * As `testClusters` of the analytics library, to the last bit, on all threads; the caller's own has
 * next to nothing to do, if the points are shared.
 *
 * @throws an `AbortError` when the signal aborts
 * @throws {RangeError} as `studyClusters`
 */
export async function clusterTestOnThreads(
  workers: AnalysisWorkers,
  points: TypedPoints,
  { signal, onProgress, seed, labellings, enough, method, reference }: ClusterTestOptions,
): Promise<ClusterTest> {
  const study = await workers.runUntil(signal, 'studyClusters', shareColumns(points), {
    reference,
    method,
  });
  const observed = await workers.runUntil(signal, 'describeClusters', study);
  const batches = labellingBatches(observed, { labellings, enough });
  let batch = batches.next();
  while (!batch.done) {
    const parts = shareWork(batch.value, workers.threads).map((part) =>
      workers.runUntil(signal, 'largestRatios', study, { seed, ...part }),
    );
    const { to } = batch.value;
    batch = batches.next(joinColumns(await Promise.all(parts)));
    onProgress?.(to);
  }
  return judgeClusters(observed, batch.value, enough);
}
