import { buildDensityHierarchy, selectClusters, spanWeight } from '@cluster-atlas/analytics';
import { generateFirms, generatePlaces, type Places } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

const MIN_SAMPLES = 10;
const MIN_CLUSTER_SIZE = 100;
/** Metres; 69,000 firms at one address would have an infinite density. */
const ADDRESS_SCALE = 100;
/** R holds the distance of every pair. */
const FEW = 10_000;
const FINDS = ['clusters', 'noise', 'span'];

const HDBSCAN: Reference = {
  name: 'hdbscan',
  language: 'python',
  script: `
import sys, time
import numpy, hdbscan
from importlib.metadata import version
file, n, samples, size = sys.argv[1:]
places = numpy.ascontiguousarray(numpy.fromfile(file).reshape(2, int(n)).T)
started = time.perf_counter()
found = hdbscan.HDBSCAN(int(size), int(samples), algorithm='boruvka_kdtree', approx_min_span_tree=False, gen_min_span_tree=True).fit(places)
seconds = time.perf_counter() - started
span = found.minimum_spanning_tree_.to_numpy()[:, 2].sum()
print(version('hdbscan'), seconds, found.labels_.max() + 1, (found.labels_ < 0).sum(), span)`,
  finds: FINDS,
};

const FAST_HDBSCAN: Reference = {
  name: 'fast_hdbscan',
  language: 'python',
  script: `
import sys, time
import numpy, fast_hdbscan
from importlib.metadata import version
file, n, samples, size = sys.argv[1:]
places = numpy.ascontiguousarray(numpy.fromfile(file).reshape(2, int(n)).T)
fast_hdbscan.HDBSCAN(min_cluster_size=5).fit(places[:1000])
started = time.perf_counter()
found = fast_hdbscan.HDBSCAN(min_cluster_size=int(size), min_samples=int(samples)).fit(places)
print(version('fast_hdbscan'), time.perf_counter() - started, found.labels_.max() + 1, (found.labels_ < 0).sum())`,
  finds: ['clusters', 'noise'],
};

/** Its one number is both the least size and, with the point itself, minSamples. */
const R: Reference = {
  name: 'R dbscan',
  language: 'R',
  script: `
  words <- commandArgs(TRUE)
  suppressMessages(library(dbscan))
  places <- matrix(readBin(words[1], 'double', 2 * as.integer(words[2])), ncol = 2)
  seconds <- system.time(found <- hdbscan(places, minPts = as.numeric(words[4])))[['elapsed']]
  cat(as.character(packageVersion('dbscan')), seconds, max(found$cluster), sum(found$cluster == 0),
      sum(found$hc$height))`,
  finds: FINDS,
};

export async function benchHdbscan(points: number): Promise<TaskBench[]> {
  return [
    await bench('hdbscan', generatePlaces(points), { programs: [HDBSCAN, FAST_HDBSCAN] }),
    await bench('hdbscan, shared addresses', generateFirms(points), { minScale: ADDRESS_SCALE }),
    await bench('hdbscan, few', generatePlaces(Math.min(points, FEW)), {
      minSamples: MIN_CLUSTER_SIZE - 1,
      programs: [R],
    }),
  ];
}

interface Case {
  minSamples?: number;
  minScale?: number;
  programs?: readonly Reference[];
}

function bench(
  task: string,
  { xs, ys }: Places,
  { minSamples = MIN_SAMPLES, minScale = 0, programs = [] }: Case,
): Promise<TaskBench> {
  return benchTask({
    task,
    n: xs.length,
    work: () => {
      const hierarchy = buildDensityHierarchy({ xs, ys, weights: null }, { minSamples });
      const found = selectClusters(hierarchy, { minClusterSize: MIN_CLUSTER_SIZE, minScale });
      return { clusters: found.clusters, noise: found.noiseCount, span: spanWeight(hierarchy)! };
    },
    references: { programs, columns: [xs, ys], words: [minSamples, MIN_CLUSTER_SIZE] },
  });
}
