import { mFunction, simulateM, studyM } from '@cluster-atlas/analytics';
import { AnalysisWorkers, simulateMOnThreads } from '@cluster-atlas/workers';
import { generatePlaces } from '../generate-places.js';
import type { Reference } from '../reference-program.js';
import { benchTask, type TaskBench } from './bench-task.js';

/** One place in so many is of the sector. */
export const PLACES_PER_FIRM = 100;
/** A hundredth of the usual number. */
const SIMULATIONS = 10;
const STEPS = 20;
/** Metres. */
const FURTHEST = 5000;

/** What M needs for one sector, without weights; there is no package of R or Python for it here. */
const SCIPY: Reference = {
  name: 'scipy cKDTree',
  language: 'python',
  script: `
import sys, time
import numpy, scipy
from scipy.spatial import cKDTree
file, n, every, steps, furthest = sys.argv[1:]
places = numpy.ascontiguousarray(numpy.fromfile(file).reshape(2, int(n)).T)
started = time.perf_counter()
sector = places[::int(every)]
everyone, own = cKDTree(places), cKDTree(sector)
share = (len(sector) - 1) / (len(places) - 1)
for step in range(1, int(steps) + 1):
    r = float(furthest) * step / int(steps)
    whole = everyone.query_ball_point(sector, r, return_length=True) - 1
    near = own.query_ball_point(sector, r, return_length=True) - 1
    has = whole > 0
    m = (near[has] / whole[has]).mean() / share
    if step == 4: first = m
print(scipy.__version__, time.perf_counter() - started, first, m)`,
  finds: ['m_1000', 'm_5000'],
};

export async function benchMFunction(points: number): Promise<TaskBench[]> {
  const { xs, ys } = generatePlaces(points);
  const types = xs.map((_, i) => (i % PLACES_PER_FIRM === 0 ? 1 : 0));
  const radii = Array.from({ length: STEPS }, (_, i) => (FURTHEST * (i + 1)) / STEPS);
  const arrange = () => studyM({ xs, ys, weights: null, types }, { reference: 1, radii });
  const study = arrange();
  const labellings = {
    nullModel: 'random-labelling',
    seed: 1,
    from: 0,
    to: SIMULATIONS,
  } as const;
  const figuresOf = (curves: Float64Array) => ({ last: curves[curves.length - 1]! });
  const workers = new AnalysisWorkers(2);
  return [
    await benchTask({
      task: 'M of one in 100, to 5 km',
      n: points,
      work: () => {
        const { m } = mFunction(arrange());
        return { m_1000: m[3]!, m_5000: m[STEPS - 1]! };
      },
      references: {
        programs: [SCIPY],
        columns: [xs, ys],
        words: [PLACES_PER_FIRM, STEPS, FURTHEST],
      },
    }),
    await benchTask({
      task: `M of one in 100, ${SIMULATIONS} random labellings, one thread`,
      n: points,
      work: () => figuresOf(simulateM(study, labellings)),
    }),
    await benchTask({
      task: `M of one in 100, ${SIMULATIONS} random labellings, two threads`,
      n: points,
      work: async () => figuresOf(await simulateMOnThreads(workers, study, labellings)),
    }).finally(() => workers.close()),
  ];
}
