import { randomNumber, trackClusters, type Snapshot } from '@cluster-atlas/analytics';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

const SEED = 42;
const MEMBERS_OF_CLUSTER = 50;
/** Of the members of the first date. */
const CLOSED = 0.05;
const MOVED = 0.3;

const NUMPY: Reference = {
  name: 'numpy',
  language: 'python',
  script: `
import sys, time
import numpy as np
file, n = sys.argv[1:]
before, after = np.fromfile(file).reshape(2, int(n)).astype(np.int64)
started = time.perf_counter()
there = after >= 0
K = before.max() + 1
size = np.bincount(before[there], minlength=K)
pairs, counts = np.unique(before[there] * K + after[there], return_counts=True)
x, y = pairs // K, pairs % K
matched = counts / size[x] >= 0.5
matched &= (np.bincount(x[matched], minlength=K) == 1)[x]
sources = np.bincount(y[matched], minlength=K)
print(np.__version__, time.perf_counter() - started, len(pairs), (sources == 1).sum(), sources[sources > 1].sum())`,
  finds: ['pairs', 'survive', 'absorbed'],
};

/** Two snapshots of as many members in clusters of 50, of whom 5 % close and 30 % move next door. */
export async function benchTracking(members: number): Promise<TaskBench[]> {
  const clusters = Math.ceil(members / MEMBERS_OF_CLUSTER);
  const random = (simulation: number, draw: number) =>
    randomNumber({ seed: SEED, simulation, draw });
  const before = new Int32Array(members);
  const after = new Int32Array(members);
  for (let i = 0; i < members; i++) {
    before[i] = Math.floor(random(0, i) * clusters);
    const share = random(1, i);
    const step = share < CLOSED + MOVED ? 1 : 0;
    after[i] = share < CLOSED ? -1 : (before[i]! + step) % clusters;
  }
  const everyone = Uint32Array.from(before.keys());
  const alive = everyone.filter((member) => after[member]! >= 0);
  const known = { weights: null, places: null, clusters };
  const snapshots: Snapshot[] = [
    { ...known, members: everyone, clusterOf: before },
    { ...known, members: alive, clusterOf: Int32Array.from(alive, (member) => after[member]!) },
  ];
  return [
    await benchTask({
      task: 'track, two snapshots',
      n: members,
      work: () => {
        const { before: transitions, overlaps } = trackClusters(snapshots).steps[0]!;
        const count = (wanted: string) => transitions.filter(({ kind }) => kind === wanted).length;
        return {
          pairs: overlaps.overlaps.length,
          survive: count('survive'),
          absorbed: count('absorbed'),
        };
      },
      references: {
        programs: [NUMPY],
        columns: [Float64Array.from(before), Float64Array.from(after)],
        words: [],
      },
    }),
  ];
}
