import { ringDensity } from './ring-density.js';

const DISTANCES = Float64Array.of(0, 100, 500, 500.1, 1000, 1500);
const JOBS = Float64Array.of(4, NaN, 6, 10, NaN, 100);

it('counts per square kilometre in full discs, a point at the radius included', () => {
  const { discs } = ringDensity(
    { distances: DISTANCES, weights: null, included: null },
    [500, 1000],
  );

  expect(discs).toHaveLength(2);
  expect(discs[0]!.radius).toBe(500);
  expect(discs[0]!.count).toBe(3);
  expect(discs[0]!.areaKm2).toBeCloseTo(0.7853981633974483, 15); // pi / 4
  expect(discs[0]!.countPerKm2).toBeCloseTo(3.819718634205488, 13); // 12 / pi
  expect(discs[1]!.count).toBe(5);
  expect(discs[1]!.areaKm2).toBeCloseTo(Math.PI, 15);
  expect(discs[1]!.countPerKm2).toBeCloseTo(1.5915494309189535, 13); // 5 / pi
});

it('counts what lies between the radii in annuli', () => {
  const { annuli } = ringDensity(
    { distances: DISTANCES, weights: null, included: null },
    [500, 1000],
  );

  expect(annuli.map(({ inner, outer, count }) => [inner, outer, count])).toEqual([
    [0, 500, 3],
    [500, 1000, 2],
  ]);
  expect(annuli[1]!.areaKm2).toBeCloseTo(2.356194490192345, 14); // 3/4 pi
});

it('adds up the stated weights and says how many there are', () => {
  const { discs, annuli } = ringDensity(
    { distances: DISTANCES, weights: JOBS, included: null },
    [500, 1000],
  );

  expect(discs.map(({ stated, weight }) => [stated, weight])).toEqual([
    [2, 10],
    [3, 20],
  ]);
  expect(discs[1]!.weightPerKm2).toBeCloseTo(6.366197723675814, 14); // 20 / pi
  expect(annuli[1]!.weight).toBe(10);
});

it('has no weight where none is stated, rather than 0', () => {
  const { discs } = ringDensity(
    { distances: Float64Array.of(10, 20), weights: Float64Array.of(NaN, 0), included: null },
    [15, 25],
  );

  expect(discs.map(({ weight, weightPerKm2 }) => [weight, weightPerKm2])).toEqual([
    [null, null],
    [0, 0],
  ]);
});

it('leaves out the points that are not included', () => {
  const { discs } = ringDensity(
    { distances: DISTANCES, weights: JOBS, included: Uint8Array.of(0, 1, 1, 0, 0, 1) },
    [1000],
  );

  expect(discs[0]).toMatchObject({ count: 2, stated: 1, weight: 6 });
});

it('finds nothing among no points, and no rings without radii', () => {
  const none = { distances: new Float64Array(), weights: null, included: null };

  expect(ringDensity(none, [1000]).discs[0]).toMatchObject({ count: 0, countPerKm2: 0 });
  expect(ringDensity(none, [])).toEqual({ discs: [], annuli: [] });
});

it.each([[[0]], [[-1]], [[500, 500]], [[1000, 500]], [[NaN]], [[Infinity]]])(
  'refuses the radii %j',
  (radii) => {
    const points = { distances: DISTANCES, weights: null, included: null };

    expect(() => ringDensity(points, radii)).toThrow(RangeError);
  },
);

it('refuses arrays of different length', () => {
  const points = { distances: DISTANCES, weights: Float64Array.of(1), included: null };

  expect(() => ringDensity(points, [500])).toThrow(RangeError);
});
