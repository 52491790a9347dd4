import { kdFunction, simulateKd, studyKd } from '@cluster-atlas/analytics';
import { AnalysisWorkers, simulateKdOnThreads } from '@cluster-atlas/workers';
import { generatePlaces } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { PLACES_PER_FIRM } from './bench-m-function.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** A tenth of the usual number. */
const SIMULATIONS = 100;
const STEPS = 50;
/** Metres. */
const FURTHEST = 50_000;

/** All distances at once, as R's dbmss keeps them too. */
const R: Reference = {
  name: 'R dist, density',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  places <- matrix(readBin(words[1], 'double', 2 * as.integer(words[2])), ncol = 2)
  furthest <- as.numeric(words[4])
  seconds <- system.time({
    sector <- places[seq(1, nrow(places), by = as.integer(words[3])), ]
    distances <- as.vector(dist(sector))
    near <- distances[distances <= 2 * furthest]
    bandwidth <- bw.nrd0(near)
    found <- density(c(near, -near), bw = bandwidth, from = 0, to = furthest, n = 512)
    kd <- approx(found$x, found$y, furthest / 5)$y * 2 * length(near) / length(distances)
  })[['elapsed']]
  cat(R.version$major, seconds, bandwidth, kd * 1e6)`,
  finds: ['bandwidth', 'kd_10km'],
};

export async function benchKd(points: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(points);
  const types = xs.map((_, i) => (i % PLACES_PER_FIRM === 0 ? 1 : 0));
  const radii = Array.from({ length: STEPS }, (_, i) => (FURTHEST * (i + 1)) / STEPS);
  const study = studyKd(
    { xs, ys, weights: null, types },
    { reference: 1, radii, isWeighted: false },
  );
  const firms = study.references.positions.length;
  const labellings = {
    nullModel: 'random-labelling',
    seed: 1,
    from: 0,
    to: SIMULATIONS,
  } as const;
  const figuresOf = (curves: Float64Array) => ({ last: curves[curves.length - 1]! * 1e6 });
  const workers = new AnalysisWorkers(2);
  return [
    await benchTask({
      task: 'Kd to 50 km',
      n: firms,
      work: () => {
        const { kd, bandwidth } = kdFunction(study);
        return { bandwidth: bandwidth!, kd_10km: kd[STEPS / 5 - 1]! * 1e6 };
      },
      references: { programs: [R], columns: [xs, ys], words: [PLACES_PER_FIRM, FURTHEST] },
    }),
    await benchTask({
      task: `Kd to 50 km, ${SIMULATIONS} random labellings, one thread`,
      n: firms,
      work: () => figuresOf(simulateKd(study, labellings)),
    }),
    await benchTask({
      task: `Kd to 50 km, ${SIMULATIONS} random labellings, two threads`,
      n: firms,
      work: async () => figuresOf(await simulateKdOnThreads(workers, study, labellings)),
    }).finally(() => workers.close()),
  ];
}
