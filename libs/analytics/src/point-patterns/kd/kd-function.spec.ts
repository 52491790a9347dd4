import { kdFunction } from './kd-function.js';
import { studyKd, type KdOptions } from './kd-study.js';

const onLine = (...xs: number[]) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
  weights: null,
  types: xs.map(() => 0),
});
const OPTIONS = { reference: 0, radii: [0, 5, 10], isWeighted: false };
const normal = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

it('is the density of distances by hand, reflected at 0', () => {
  const { kd, bandwidth } = kdFunction(studyKd(onLine(0, 3, 9), { ...OPTIONS, bandwidth: 2 }));

  // the distances are 3, 6 and 9
  const density = (r: number) =>
    [3, 6, 9].reduce((sum, d) => sum + normal((r - d) / 2) + normal((r + d) / 2), 0) / (3 * 2);
  expect(bandwidth).toBe(2);
  kd.forEach((value, i) => expect(value! / density(OPTIONS.radii[i]!)).toBeCloseTo(1, 3));
});

it('weighs a pair by the product of its weights', () => {
  const points = { ...onLine(0, 3, 9), weights: Float64Array.of(1, 2, 4) };

  const { kd } = kdFunction(studyKd(points, { ...OPTIONS, isWeighted: true, bandwidth: 2 }));

  // the pairs (0, 3), (0, 9), (3, 9) weigh 2, 4 and 8
  const at5 = (2 * normal(1) + 4 * normal(2) + 8 * normal(0.5) + 2 * normal(4)) / (14 * 2);
  expect(kd[1]! / at5).toBeCloseTo(1, 3);
});

// R 4.2: d <- dist(c(0, 1, 3, 7, 15)); bw.nrd0(d), bw.nrd0(d[d <= 8])
it.each([
  [20, 2.8430913],
  [4, 1.6080135],
])('finds the bandwidth as nrd0 in R does, on distances up to twice %f', (radius, expected) => {
  const { bandwidth } = kdFunction(
    studyKd(onLine(0, 1, 3, 7, 15), { ...OPTIONS, radii: [radius] }),
  );

  expect(bandwidth).toBeCloseTo(expected, 7);
});

// R 4.2: d <- dist(c(0, 1, 3, 7, 15, 22, 24, 30)); bw.SJ(d), bw.SJ(d[d <= 16])
it.each([
  [40, 4.178158278707],
  [8, 1.75012411646],
])('finds the bandwidth as SJ in R does, on distances up to twice %f', (radius, expected) => {
  const options = { ...OPTIONS, radii: [radius], bandwidth: 'sj' as const };

  const { bandwidth } = kdFunction(studyKd(onLine(0, 1, 3, 7, 15, 22, 24, 30), options));

  expect(bandwidth).toBeCloseTo(expected, 9);
});

it('has no bandwidth by SJ where all distances are equal', () => {
  const study = studyKd(onLine(1, 2), { ...OPTIONS, bandwidth: 'sj' });

  expect(kdFunction(study).bandwidth).toBeNull();
});

it('has a peak at 0 where points share places', () => {
  const points = onLine(...Array<number>(20).fill(0), ...Array<number>(20).fill(1000));

  const { kd } = kdFunction(studyKd(points, { ...OPTIONS, radii: [0, 500, 1000], bandwidth: 100 }));

  // of 780 pairs 380 are at 0, doubled by reflection, and 400 at 1000
  expect(kd[0]! / ((2 * 380 * normal(0)) / (780 * 100))).toBeCloseTo(1, 3);
  expect(kd[2]! / ((400 * normal(0)) / (780 * 100))).toBeCloseTo(1, 3);
});

it.each([
  ['one point', onLine(1)],
  ['two points, one distance', onLine(1, 2)],
  ['all points at one place', onLine(1, 1, 1, 1)],
])('is null with %s', (_, points) => {
  expect(kdFunction(studyKd(points, OPTIONS))).toEqual({ kd: [null, null, null], bandwidth: null });
});

it.each<[string, Partial<KdOptions>]>([
  ['a radius of 0 alone', { radii: [0] }],
  ['a bandwidth of 0', { bandwidth: 0 }],
  ['a factor that is no number', { adjust: NaN }],
  ['a kind that no point is of', { reference: 3 }],
])('refuses %s', (_, options) => {
  expect(() => studyKd(onLine(0, 3, 9), { ...OPTIONS, ...options })).toThrow(RangeError);
});

it('refuses a bandwidth that is too small for the radii', () => {
  const study = studyKd(onLine(0, 1e6), { ...OPTIONS, radii: [1e6], bandwidth: 0.1 });

  expect(() => kdFunction(study)).toThrow('too small');
});
