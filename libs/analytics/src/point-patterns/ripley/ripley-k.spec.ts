import { circleShare } from './circle-share.js';
import { polygonalWindow, rectangularWindow } from './observation-window.js';
import { ripleyK } from './ripley-k.js';
import { simulateK } from './simulate-k.js';
import { studyK } from './k-study.js';

const WINDOW = rectangularWindow({ x0: 0, y0: 0, x1: 10, y1: 10 });
const POINTS = { xs: Float64Array.of(5, 5, 9), ys: Float64Array.of(5, 7, 5) };

it('counts pairs by hand without a correction, and L is its root', () => {
  const { k, l } = ripleyK(
    studyK(POINTS, { window: WINDOW, radii: [1, 2, 4, 5], correction: 'none' }),
  );

  // 100 / (3 * 2) for each ordered pair: at distances 2, 4 and sqrt(20)
  expect(k).toEqual([0, 200 / 6, 400 / 6, 600 / 6]);
  expect(l[3]).toBe(Math.sqrt(100 / Math.PI));
});

it('lets only points further than r from the edge look, with the border correction', () => {
  const { k } = ripleyK(
    studyK(POINTS, { window: WINDOW, radii: [0.5, 2, 4, 5], correction: 'border' }),
  );

  // edges are at 5, 3 and 1; density 3 / 100; r = 2: the first two see each other; r = 4: the first sees both
  expect(k).toEqual([0, 1 / 0.03, 2 / 0.03, null]);
});

it('weighs pairs by the overlap of the window with itself, with translation', () => {
  const { k } = ripleyK(
    studyK(POINTS, { window: WINDOW, radii: [2, 4, 10], correction: 'translation' }),
  );

  const weights = [100 / (10 * 8), 100 / (6 * 10), 100 / (6 * 8)];
  expect(k[0]).toBeCloseTo((200 / 6) * weights[0]!, 12);
  expect(k[1]).toBeCloseTo((200 / 6) * (weights[0]! + weights[1]!), 12);
  expect(k[2]).toBeNull(); // the shorter side
});

it('weighs pairs by the part of the circle inside, with the isotropic correction', () => {
  const { k } = ripleyK(
    studyK(POINTS, { window: WINDOW, radii: [2, 4, 8], correction: 'isotropic' }),
  );

  // of the circle of 4 around (9, 5) acos(1 / 4) / pi lies beyond x = 10; that around (5, 5) is inside
  const beyond = Math.acos(1 / 4) / Math.PI;
  expect(k[0]).toBeCloseTo(200 / 6, 12);
  expect(k[1]).toBeCloseTo((100 / 6) * (2 + 1 + 1 / (1 - beyond)), 12);
  expect(k[2]).toBeNull(); // half the diagonal
});

it('takes points at one place as pairs at a distance of 0', () => {
  const points = { xs: Float64Array.of(5, 5, 5), ys: Float64Array.of(5, 5, 5) };

  const { k } = ripleyK(studyK(points, { window: WINDOW, radii: [0, 1], correction: 'none' }));

  expect(k).toEqual([100, 100]);
});

it('looks at one kind alone', () => {
  const kind = { types: [1, 0, 1], reference: 1 };

  const { k } = ripleyK(studyK(POINTS, { window: WINDOW, radii: [4], correction: 'none', kind }));

  expect(k).toEqual([100]);
});

it('is null for one point', () => {
  const one = { xs: Float64Array.of(1), ys: Float64Array.of(1) };
  const frame = { window: WINDOW, radii: [1] };

  expect(ripleyK(studyK(one, { ...frame, correction: 'none' })).k).toEqual([null]);
  expect(ripleyK(studyK(one, { ...frame, correction: 'border' })).k).toEqual([null]);
});

describe('the part of a circle inside', () => {
  // an L: the square from 0 to 10 without its quarter from 5, 5
  const ell = polygonalWindow({
    xs: Float64Array.of(0, 10, 10, 5, 5, 0, 0),
    ys: Float64Array.of(0, 0, 5, 5, 10, 10, 0),
  });

  it.each([
    ['at the inner corner', 5, 5, 1, 3 / 4],
    ['at an outer corner', 0, 0, 3, 1 / 4],
    ['in the middle of a side', 0, 5, 2, 1 / 2],
    ['touching two sides from within', 2, 2, 2, 1],
    ['around everything', 2, 2, 50, 0],
  ])('is as drawn %s', (_, x, y, radius, expected) => {
    expect(circleShare(ell, x, y, radius)).toBeCloseTo(expected, 7);
  });

  it('is the same for a rectangle by its own rule and by that of polygons', () => {
    const polygon = polygonalWindow(WINDOW);
    for (const [x, y] of [
      [5, 5],
      [0, 0],
      [1, 9],
      [10, 3],
      [9.5, 0.25],
    ] as const) {
      for (const radius of [0.25, 1, 3, 5, 6.5]) {
        expect(circleShare(polygon, x, y, radius)).toBeCloseTo(
          circleShare(WINDOW, x, y, radius),
          7,
        );
      }
    }
  });

  it('has the area of an L', () => expect(ell.area).toBe(75));
});

it.each([
  ['a point outside', () => ({ xs: Float64Array.of(11), ys: Float64Array.of(1) }), WINDOW],
  ['a coordinate that is no number', () => ({ ...POINTS, xs: Float64Array.of(1, NaN, 3) }), WINDOW],
  ['translation in a polygon', () => POINTS, polygonalWindow(WINDOW)],
])('refuses %s', (_, points, window) => {
  expect(() => studyK(points(), { window, radii: [1], correction: 'translation' })).toThrow(
    RangeError,
  );
});

it.each([
  () => rectangularWindow({ x0: 0, y0: 0, x1: 0, y1: 1 }),
  () => polygonalWindow({ xs: Float64Array.of(0, 1), ys: Float64Array.of(0, 1) }),
  () => polygonalWindow({ xs: Float64Array.of(0, 1, 2), ys: Float64Array.of(0, 1, 2) }),
])('refuses a window without area', (window) => {
  expect(window).toThrow(RangeError);
});

it.each(['rectangle', 'triangle'])('averages pi r² over random points in a %s', (shape) => {
  const triangle = polygonalWindow({
    xs: Float64Array.of(0, 10, 0),
    ys: Float64Array.of(0, 0, 10),
  });
  const points = {
    xs: Float64Array.from({ length: 40 }, () => 1),
    ys: Float64Array.from({ length: 40 }, () => 1),
  };
  const study = studyK(points, {
    window: shape === 'triangle' ? triangle : WINDOW,
    radii: [2],
    correction: 'isotropic',
  });

  const curves = simulateK(study, {
    nullModel: 'complete-randomness',
    seed: 4,
    from: 0,
    to: 200,
  });

  const mean = curves.reduce((sum, value) => sum + value, 0) / 200;
  const variance = curves.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 200;
  expect(Math.abs(mean - 4 * Math.PI)).toBeLessThan(4 * Math.sqrt(variance / 200));
});
