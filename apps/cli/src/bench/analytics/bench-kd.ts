import { kdFunction, simulateKd, studyKd } from '@cluster-atlas/analytics';
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
      task: `Kd to 50 km, ${SIMULATIONS} random labellings`,
      n: firms,
      work: () => {
        const simulations = { nullModel: 'random-labelling', seed: 1 } as const;
        const curves = simulateKd(study, { ...simulations, from: 0, to: SIMULATIONS });
        return { last: curves[curves.length - 1]! * 1e6 };
      },
    }),
  ];
}
