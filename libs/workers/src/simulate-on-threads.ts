import {
  paysToKnow,
  type KdStudy,
  type KSimulations,
  type KStudy,
  type MStudy,
  type Simulations,
} from '@cluster-atlas/analytics';
import type { AnalysisWorkers } from './analysis-workers.js';
import { joinColumns } from './join-columns.js';
import { shareColumns } from './share-columns.js';
import { shareWork, type Range } from './share-work.js';

/** Towns make some ranges of places much more work than others. */
const PLACE_PARTS_PER_THREAD = 16;

/** As `simulateK` of the analytics library, to the last bit, on all threads. */
export function simulateKOnThreads(
  workers: AnalysisWorkers,
  study: KStudy,
  simulations: KSimulations,
): Promise<Float64Array> {
  const shared = shareColumns(study);
  return joinParts(shareWork(simulations, workers.threads), (part) =>
    workers.run('simulateK', shared, { ...simulations, ...part }),
  );
}

/** As `simulateKd` of the analytics library, to the last bit, on all threads. */
export function simulateKdOnThreads(
  workers: AnalysisWorkers,
  study: KdStudy,
  simulations: Simulations,
): Promise<Float64Array> {
  const shared = shareColumns(study);
  return joinParts(shareWork(simulations, workers.threads), (part) =>
    workers.run('simulateKd', shared, { ...simulations, ...part }),
  );
}

/**
 * As `simulateM` of the analytics library, to the last bit, on all threads.
 *
 * @throws an `AbortError` when the signal aborts
 */
export async function simulateMOnThreads(
  workers: AnalysisWorkers,
  study: MStudy,
  { signal, ...simulations }: Simulations & { signal?: AbortSignal | undefined },
): Promise<Float64Array> {
  const shared = shareColumns(study);
  const around = paysToKnow(study, simulations) ? await aroundAll(workers, shared, signal) : null;
  return joinParts(shareWork(simulations, workers.threads), (part) =>
    workers.runUntil(signal, 'simulateM', shared, { ...simulations, ...part }, around),
  );
}

function aroundAll(
  workers: AnalysisWorkers,
  study: MStudy,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const places = { from: 0, to: study.population.xs.length };
  return joinParts(shareWork(places, workers.threads, PLACE_PARTS_PER_THREAD), (part) =>
    workers.runUntil(signal, 'surroundingsOfAll', study, part),
  );
}

/** As `simulateMDensity` of the analytics library, to the last bit, on all threads. */
export function simulateMDensityOnThreads(
  workers: AnalysisWorkers,
  study: MStudy,
  simulations: Simulations,
): Promise<Float64Array> {
  const shared = shareColumns(study);
  return joinParts(shareWork(simulations, workers.threads), (part) =>
    workers.run('simulateMDensity', shared, { ...simulations, ...part }),
  );
}

async function joinParts(
  parts: readonly Range[],
  run: (part: Range) => Promise<Float64Array>,
): Promise<Float64Array> {
  return joinColumns(await Promise.all(parts.map(run)));
}
