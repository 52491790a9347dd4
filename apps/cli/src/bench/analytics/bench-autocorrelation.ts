import {
  localMoran,
  localMoranPValues,
  moran,
  nearestNeighbourWeights,
  randomNumber,
  rowStandardise,
} from '@cluster-atlas/analytics';
import { generatePlaces } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

const MOST_PLACES = 100_000;
const NEIGHBOURS = 8;
const SEED = 42;
/** A sequence that generatePlaces does not use. */
const VALUES = 7;

/** It has the neighbours as columns; 99 permutations would take it more than a minute. */
const SPDEP: Reference = {
  name: 'R spdep, 19 permutations',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(spdep))
  n <- as.integer(words[2])
  k <- as.integer(words[3])
  columns <- matrix(readBin(words[1], 'double', (k + 1) * n), nrow = n)
  near <- lapply(seq_len(n), function(i) sort(as.integer(columns[i, -1])))
  class(near) <- 'nb'
  attr(near, 'region.id') <- as.character(seq_len(n))
  weights <- nb2listw(near, style = 'W')
  seconds <- system.time(found <- localmoran_perm(columns[, 1], weights, nsim = 19))[['elapsed']]
  cat(as.character(packageVersion('spdep')), seconds, mean(found[, 'Ii']) * (n - 1) / n)`,
  finds: ['mean of I'],
};

/** esda itself cannot be installed here: its way, draws that all places share and a place at a time. */
const NUMPY: Reference = {
  name: 'numpy, as esda does it',
  language: 'python',
  script: `
import sys, time
import numpy
file, n, k = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
columns = numpy.fromfile(file).reshape(k + 1, n)
z = columns[0] - columns[0].mean()
near = columns[1:].astype(int).T - 1
started = time.perf_counter()
scale = (n - 1) / (z * z).sum()
found = scale * z * z[near].mean(axis=1)
draws = numpy.array([numpy.random.choice(n - 1, k, replace=False) for _ in range(999)])
larger = numpy.empty(n, int)
for i in range(n):
    drawn = scale * z[i] * z[draws + (draws >= i)].mean(axis=1)
    larger[i] = (drawn >= found[i]).sum()
print(numpy.__version__, time.perf_counter() - started, found.mean())`,
  finds: ['mean of I'],
};

/** Of at most 100,000 places, of which the references take long enough. */
export async function benchAutocorrelation(points: number): Promise<TaskBench[]> {
  const n = Math.min(points, MOST_PLACES);
  const places = generatePlaces(n);
  const values = Float64Array.from({ length: n }, (_, draw) => {
    return -Math.log(1 - randomNumber({ seed: SEED, simulation: VALUES, draw }));
  });
  const near = nearestNeighbourWeights(places, { k: NEIGHBOURS, ties: 'first' });
  const columns = Array.from({ length: NEIGHBOURS }, (_, j) =>
    Float64Array.from(values, (_, i) => near.neighbours[NEIGHBOURS * i + j]! + 1),
  );
  const lisa = (permutations: number) => () => {
    const weights = rowStandardise(near);
    const { statistic } = localMoran(values, weights);
    const p = localMoranPValues(values, weights, { permutations, seed: SEED });
    const mean = statistic.reduce((sum, each) => sum + each, 0) / n;
    return { 'mean of I': mean, 'p up to 0.05': p.filter((each) => each <= 0.05).length };
  };
  return [
    await benchTask({
      task: `local Moran, k ${NEIGHBOURS}, 999 permutations`,
      n,
      work: lisa(999),
      references: {
        programs: [NUMPY, SPDEP],
        columns: [values, ...columns],
        words: [NEIGHBOURS],
      },
    }),
    await benchTask({ task: 'the same, 99,999 permutations', n, work: lisa(99_999) }),
    await benchTask({
      task: `neighbours, k ${NEIGHBOURS}, and Moran’s I`,
      n,
      work: () => {
        const weights = rowStandardise(nearestNeighbourWeights(places, { k: NEIGHBOURS }));
        return { I: moran(values, weights).statistic! };
      },
    }),
  ];
}
