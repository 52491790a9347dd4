import { spawn } from 'node:child_process';

/** What another program found, or why it did not run. */
export type ReferenceRun =
  | { name: string; version: string; seconds: number; clusters: number; noise: number }
  | { name: string; missing: string };

export interface ReferenceTask {
  /** n eastings, then n northings: doubles in this machine's byte order. */
  file: string;
  n: number;
  eps: number;
  minPoints: number;
}

/** Beyond it a reference is stopped: some never end on co-located points. */
const LIMIT_SECONDS = 120;

const R = `
  words <- commandArgs(TRUE)
  suppressMessages(library(dbscan))
  places <- matrix(readBin(words[1], 'double', 2 * as.integer(words[2])), ncol = 2)
  seconds <- system.time(found <- dbscan(places, eps = as.numeric(words[3]), minPts = as.numeric(words[4])))[['elapsed']]
  cat(as.character(packageVersion('dbscan')), seconds, max(found$cluster), sum(found$cluster == 0))`;

const PYTHON = `
import sys, time
import numpy, sklearn
from sklearn.cluster import DBSCAN
file, n, eps, least = sys.argv[1:]
places = numpy.ascontiguousarray(numpy.fromfile(file).reshape(2, int(n)).T)
started = time.perf_counter()
labels = DBSCAN(eps=float(eps), min_samples=int(least)).fit_predict(places)
print(sklearn.__version__, time.perf_counter() - started, labels.max() + 1, (labels < 0).sum())`;

export function runR(task: ReferenceTask): Promise<ReferenceRun> {
  return run('R dbscan', ['Rscript', '-e', R], task);
}

export function runScikitLearn(task: ReferenceTask): Promise<ReferenceRun> {
  return run('scikit-learn', ['python3', '-c', PYTHON], task);
}

async function run(
  name: string,
  [program, ...words]: string[],
  { file, n, eps, minPoints }: ReferenceTask,
): Promise<ReferenceRun> {
  const child = spawn(program!, [...words, file, String(n), String(eps), String(minPoints)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LIMIT_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  child.stdout.on('data', (piece) => (output += String(piece)));
  const ended = await new Promise<'absent' | 'stopped' | number | null>((resolve) => {
    child.once('error', () => resolve('absent'));
    child.once('close', (code, signal) => resolve(signal ? 'stopped' : code));
  });
  if (ended === 'stopped') return { name, missing: `stopped after ${LIMIT_SECONDS} s` };
  if (ended !== 0) return { name, missing: 'not installed' };
  const [version, seconds, clusters, noise] = output.trim().split(/\s+/);
  return {
    name,
    version: version!,
    seconds: Number(seconds),
    clusters: Number(clusters),
    noise: Number(noise),
  };
}
