import { withWorkers, type AnalysisWorkers } from '@cluster-atlas/workers';

interface Simulator<Study, Simulations> {
  here: (study: Study, simulations: Simulations) => Float64Array;
  onThreads: (
    workers: AnalysisWorkers,
    study: Study,
    simulations: Simulations,
  ) => Promise<Float64Array>;
}

/** Draws of a point from which on starting threads, a tenth of a second, pays. */
const MANY_DRAWS = 1e5;

/** The curves of simulations, on all threads where there are many points to draw. */
export async function simulateCurves<
  Study extends { references: { positions: Uint32Array } },
  Simulations extends { from: number; to: number },
>(
  { here, onThreads }: Simulator<Study, Simulations>,
  study: Study,
  simulations: Simulations,
): Promise<Float64Array> {
  const draws = (simulations.to - simulations.from) * study.references.positions.length;
  if (draws < MANY_DRAWS) return here(study, simulations);
  return withWorkers((workers) => onThreads(workers, study, simulations));
}
