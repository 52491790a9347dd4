import { dbscan } from '@cluster-atlas/analytics';
import { generateFirms, generatePlaces, type Places } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

const MIN_POINTS = 10;
const FINDS = ['clusters', 'noise'];

const R: Reference = {
  name: 'R dbscan',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(dbscan))
  places <- matrix(readBin(words[1], 'double', 2 * as.integer(words[2])), ncol = 2)
  seconds <- system.time(found <- dbscan(places, eps = as.numeric(words[3]), minPts = as.numeric(words[4])))[['elapsed']]
  cat(as.character(packageVersion('dbscan')), seconds, max(found$cluster), sum(found$cluster == 0))`,
  finds: FINDS,
};

const SCIKIT_LEARN: Reference = {
  name: 'scikit-learn',
  language: 'python',
  script: `
import sys, time
import numpy, sklearn
from sklearn.cluster import DBSCAN
file, n, eps, least = sys.argv[1:]
places = numpy.ascontiguousarray(numpy.fromfile(file).reshape(2, int(n)).T)
started = time.perf_counter()
labels = DBSCAN(eps=float(eps), min_samples=int(least)).fit_predict(places)
print(sklearn.__version__, time.perf_counter() - started, labels.max() + 1, (labels < 0).sum())`,
  finds: FINDS,
};

export async function benchDbscan(points: number): Promise<TaskBench[]> {
  return [
    await bench('dbscan, eps 250', generatePlaces(points), 250, [R, SCIKIT_LEARN]),
    // scikit-learn would hold each neighbour of each firm: 177 GB at 5.5 million
    await bench('dbscan, shared addresses, eps 100', generateFirms(points), 100, [R]),
  ];
}

function bench(
  task: string,
  { xs, ys }: Places,
  eps: number,
  programs: readonly Reference[],
): Promise<TaskBench> {
  return benchTask({
    task,
    n: xs.length,
    work: () => {
      const points = { xs, ys, weights: null };
      const found = dbscan(points, { eps, minPoints: MIN_POINTS, labels: 'sklearn' });
      return { clusters: found.clusters, noise: found.noiseCount };
    },
    references: { programs, columns: [xs, ys], words: [eps, MIN_POINTS] },
  });
}
