import {
  randomNumber,
  rectangularWindow,
  simulateK,
  simulateKd,
  simulateM,
  simulateMDensity,
  studyK,
  studyKd,
  studyM,
} from '@cluster-atlas/analytics';
import { AnalysisWorkers } from './analysis-workers.js';
import {
  simulateKdOnThreads,
  simulateKOnThreads,
  simulateMDensityOnThreads,
  simulateMOnThreads,
} from './simulate-on-threads.js';

const POINTS = Array.from({ length: 120 }, (_, i) => i);
const at = (simulation: number) =>
  Float64Array.from(POINTS, (draw) => 10 * randomNumber({ seed: 1, simulation, draw }));
const points = {
  xs: at(0),
  ys: at(1),
  weights: at(2), // whose sums depend on the order in which they are added
  types: POINTS.map((i) => i % 3),
};
const radii = [1, 2, 4];
const simulations = { seed: 5, from: 2, to: 13 };

let workers: AnalysisWorkers;

beforeAll(() => {
  workers = new AnalysisWorkers(2);
});

afterAll(() => workers.close());

it.each(['random-location', 'random-labelling', 'population-independence'] as const)(
  'simulates the same Kd on threads as here, to the last bit: %s',
  async (nullModel) => {
    const study = studyKd(points, { reference: 0, neighbour: 1, radii, isWeighted: true });

    const found = await simulateKdOnThreads(workers, study, { ...simulations, nullModel });

    expect(found).toHaveLength(11 * 3);
    expect(found).toEqual(simulateKd(study, { ...simulations, nullModel }));
  },
);

it.each(['random-location', 'random-labelling'] as const)(
  'simulates the same M and m on threads as here, to the last bit: %s',
  async (nullModel) => {
    const study = studyM(points, { reference: 0, radii });
    const labellings = { ...simulations, nullModel };

    const [cumulative, density] = await Promise.all([
      simulateMOnThreads(workers, study, labellings),
      simulateMDensityOnThreads(workers, study, labellings),
    ]);

    expect(cumulative).toEqual(simulateM(study, labellings));
    expect(density).toEqual(simulateMDensity(study, labellings));
  },
);

it('simulates the same K on threads as here, to the last bit', async () => {
  const window = rectangularWindow({ x0: 0, y0: 0, x1: 10, y1: 10 });
  const study = studyK(points, { window, radii, correction: 'isotropic' });
  const anywhere = { ...simulations, nullModel: 'complete-randomness' } as const;

  expect(await simulateKOnThreads(workers, study, anywhere)).toEqual(simulateK(study, anywhere));
});
