import fc from 'fast-check';
import { dbcv } from './dbcv.js';

const onLine = (...xs: number[]) => ({
  xs: Float64Array.from(xs),
  ys: new Float64Array(xs.length),
});

it('compares the sparseness within clusters with that between them, by hand', () => {
  // the ends of 0 1 2 have the core distance √(2 / (1 + 1/4)) = √1.6, the middle has 1; 10 12 14 twice that
  const points = onLine(0, 1, 2, 10, 12, 14, 99);

  const { score, clusters } = dbcv(points, Int32Array.of(0, 0, 0, 1, 1, 1, -1));

  const [first, second] = clusters;
  expect(clusters).toHaveLength(2);
  expect(first).toMatchObject({ cluster: 0, size: 3, separation: 11 });
  expect(first!.sparseness).toBeCloseTo(Math.sqrt(1.6), 12);
  expect(first!.validity).toBeCloseTo(1 - Math.sqrt(1.6) / 11, 12);
  expect(second).toMatchObject({ cluster: 1, size: 3, separation: 11 });
  expect(second!.sparseness).toBeCloseTo(2 * Math.sqrt(1.6), 12);
  expect(score).toBeCloseTo((3 / 7) * (2 - (3 * Math.sqrt(1.6)) / 11), 12);
});

it('takes the edges between internal points where there are any, and from them the separation', () => {
  // of 0 1 2 3 the middle ones are internal, with the core distance √(3 / (1 + 1 + 1/4)) = √(4/3)
  const points = onLine(0, 1, 2, 3, 10, 11, 12, 13);

  const { clusters } = dbcv(points, Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1));

  for (const { sparseness, separation } of clusters) {
    expect(sparseness).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect(separation).toBe(9);
  }
});

it('squares distances for the original program’s index', () => {
  // the ends of 0 1 2 have the core distance √(2 / (1 + 1/16)) = √(32/17)
  const points = onLine(0, 1, 2, 10, 11, 12);

  const { clusters } = dbcv(points, Int32Array.of(0, 0, 0, 1, 1, 1), { isSquared: true });

  for (const { sparseness, separation } of clusters) {
    expect(sparseness).toBeCloseTo(Math.sqrt(32 / 17), 12);
    expect(separation).toBe(100);
  }
});

it('is below 0 of a cluster that another lies in the gap of', () => {
  const points = onLine(0, 1, 2, 100, 101, 102, 50, 51, 52);

  const { clusters } = dbcv(points, Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1));

  // its edge from 2 to 100 is of 98 metres, and from the internal 2 to 51 are 49
  expect(clusters[0]).toMatchObject({ sparseness: 98, separation: 49, validity: -0.5 });
});

it('takes clusters of less than three points for noise, and tells nothing of less than two', () => {
  const points = onLine(0, 1, 2, 10, 11);
  const nothing = { score: null, clusters: [] };

  expect(dbcv(points, Int32Array.of(0, 0, 0, 1, 1))).toEqual(nothing);
  expect(dbcv(points, new Int32Array(5).fill(-1))).toEqual(nothing);
  expect(dbcv(onLine(), new Int32Array())).toEqual(nothing);
});

it('has no infinite values of points at one place', () => {
  const apart = dbcv(onLine(5, 5, 5, 8, 8, 8), Int32Array.of(0, 0, 0, 1, 1, 1));
  const together = dbcv(onLine(5, 5, 5, 5, 5, 5), Int32Array.of(0, 0, 0, 1, 1, 1));

  expect(apart.score).toBe(1);
  expect(apart.clusters[0]).toEqual({
    cluster: 0,
    size: 3,
    sparseness: 0,
    separation: 3,
    validity: 1,
  });
  expect(together.score).toBe(0);
});

it('refuses a point without a place and a label too few', () => {
  expect(() => dbcv(onLine(0, NaN), Int32Array.of(0, 0))).toThrow(RangeError);
  expect(() => dbcv(onLine(0, 1), Int32Array.of(0))).toThrow(RangeError);
});

it('is from -1 to 1, the same for shuffled points, and on any scale', () => {
  const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: -1, max: 3 })), {
    maxLength: 60,
  });
  const indexOf = (each: [number, number, number][], scale: number) =>
    dbcv(
      {
        xs: Float64Array.from(each, ([x]) => x * scale),
        ys: Float64Array.from(each, ([, y]) => y * scale),
      },
      Int32Array.from(each, ([, , label]) => label),
    ).score;
  const property = fc.property(rows, fc.nat(), (each, k) => {
    const score = indexOf(each, 1);
    const order = each
      .map((_, i) => i)
      .sort((a, b) => ((a * 7919 + k) % 101) - ((b * 7919 + k) % 101));

    expect(
      indexOf(
        order.map((i) => each[i]!),
        1,
      ),
    ).toBe(score);
    expect(indexOf(each, 8)).toBe(score);
    expect(Math.abs(score ?? 0)).toBeLessThanOrEqual(1);
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
});
