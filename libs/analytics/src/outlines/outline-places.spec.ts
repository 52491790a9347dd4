import { outlinePlaces, type Outline } from './outline-places.js';

const at = (...pairs: [number, number][]) => ({
  xs: Float64Array.from(pairs, ([x]) => x),
  ys: Float64Array.from(pairs, ([, y]) => y),
});
/** Places `step` apart from 0 up to `side`, by both axes. */
const lattice = (side: number, step: number, isThere = (_x: number, _y: number) => true) => {
  const ticks = Array.from({ length: side / step + 1 }, (_, i) => i * step);
  return at(
    ...ticks
      .flatMap((x) => ticks.map((y): [number, number] => [x, y]))
      .filter(([x, y]) => isThere(x, y)),
  );
};
const squareMetres = ({ areaKm2 }: Outline) => areaKm2 * 1e6;
const ratio = (actual: number, expected: number) => actual / expected;

/** What a circle of 44 chords has of a circle's area. */
const CHORDS = 0.995;

it('is a disc around one place, and around many places that are one', () => {
  const one = outlinePlaces(at([5, 7]), { alpha: 100, buffer: 50 });
  const many = outlinePlaces(at([5, 7], [5, 7], [5, 7]), { alpha: 100, buffer: 50 });

  expect(ratio(squareMetres(one), Math.PI * 2500)).toBeGreaterThan(CHORDS);
  expect(ratio(squareMetres(one), Math.PI * 2500)).toBeLessThanOrEqual(1);
  expect(one.compactness).toBeGreaterThan(CHORDS);
  expect(one.hullRatio).toBeCloseTo(1, 12);
  expect(many).toEqual(one);
});

it.each([
  ['two places', at([0, 0], [300, 400])],
  ['places on a line', at([300, 400], [0, 0], [75, 100], [150, 200])],
])('is a line with round ends around %s', (_, places) => {
  const outline = outlinePlaces(places, { alpha: 600, buffer: 100 });

  expect(outline.polygons).toHaveLength(1);
  expect(ratio(squareMetres(outline), 500 * 200 + Math.PI * 1e4)).toBeCloseTo(1, 2);
  expect(ratio(outline.perimeter, 2 * 500 + 2 * Math.PI * 100)).toBeCloseTo(1, 2);
});

it('is two discs around two places that are farther apart than alpha and the buffers', () => {
  const { polygons } = outlinePlaces(at([0, 0], [300, 400]), { alpha: 499, buffer: 100 });

  expect(polygons.map((polygon) => polygon.length)).toEqual([1, 1]);
});

it('has what is apart from the triangles too: a tail of steps and a lone place', () => {
  const places = at([0, 0], [100, 0], [0, 100], [300, 0], [1000, 0]);

  const { polygons, areaKm2 } = outlinePlaces(places, { alpha: 200, buffer: 10 });

  expect(polygons).toHaveLength(2);
  const triangle = 5000 + 10 * (200 + 100 * Math.SQRT2) + Math.PI * 100;
  expect(ratio(areaKm2 * 1e6, triangle + 200 * 20 + Math.PI * 100)).toBeCloseTo(1, 2);
});

it('is a square with round corners around a lattice', () => {
  const outline = outlinePlaces(lattice(1000, 100), { alpha: 100, buffer: 50 });

  const expected = 1e6 + 4 * 1000 * 50 + Math.PI * 2500;
  expect(outline.polygons.map((polygon) => polygon.length)).toEqual([1]);
  expect(ratio(squareMetres(outline), expected)).toBeCloseTo(1, 3);
  expect(ratio(outline.perimeter, 4000 + 2 * Math.PI * 50)).toBeCloseTo(1, 3);
  expect(outline.hullRatio).toBeCloseTo(1, 6);
});

it('follows a bay: an L has three quarters of its square', () => {
  const isL = (x: number, y: number) => x <= 500 || y <= 500;

  const outline = outlinePlaces(lattice(1000, 100, isL), { alpha: 100, buffer: 1 });

  // three quarters, the half lattice square in the corner, and 1 m along the border of each
  const border = 2 * 1000 + 2 * 500 + 2 * 400 + 100 * Math.SQRT2;
  const hullBorder = 2 * 1000 + 2 * 500 + 500 * Math.SQRT2;
  expect(ratio(squareMetres(outline), 755_000 + border)).toBeCloseTo(1, 4);
  expect(outline.hullRatio).toBeCloseTo((755_000 + border) / (875_000 + hullBorder), 4);
});

it('keeps a hole of more than 10 % and fills a smaller one', () => {
  const withHole = (half: number) =>
    lattice(1000, 50, (x, y) => Math.max(Math.abs(x - 500), Math.abs(y - 500)) >= half);

  const large = outlinePlaces(withHole(250), { alpha: 60, buffer: 10 }).polygons;
  const small = outlinePlaces(withHole(150), { alpha: 60, buffer: 10 }).polygons;

  expect(large.map((polygon) => polygon.length)).toEqual([2]);
  expect(small.map((polygon) => polygon.length)).toEqual([1]);
});

it('is the convex hull with a buffer where alpha is infinite', () => {
  const triangle = at([0, 0], [4000, 0], [0, 3000], [10, 10]);

  const outline = outlinePlaces(triangle, { alpha: Infinity, buffer: 100 });

  expect(ratio(squareMetres(outline), 6e6 + 12_000 * 100 + Math.PI * 1e4)).toBeCloseTo(1, 3);
});

it('runs counter-clockwise outside and clockwise around holes, and is closed', () => {
  const ring = (x: number, y: number) => Math.max(Math.abs(x - 500), Math.abs(y - 500)) >= 300;

  const { polygons } = outlinePlaces(lattice(1000, 50, ring), { alpha: 60, buffer: 10 });

  const [outer, hole] = polygons[0]!.map((path) => {
    expect(path.at(-1)).toEqual(path[0]);
    return path.slice(1).reduce((sum, [x, y], i) => sum + path[i]![0] * y - x * path[i]![1], 0);
  });
  expect(outer).toBeGreaterThan(0);
  expect(hole).toBeLessThan(0);
});

it.each([
  ['no places', at(), { alpha: 1, buffer: 1 }],
  ['an alpha of 0', at([0, 0]), { alpha: 0, buffer: 1 }],
  ['an alpha that is no number', at([0, 0]), { alpha: NaN, buffer: 1 }],
  ['no buffer', at([0, 0]), { alpha: 1, buffer: 0 }],
  ['an infinite buffer', at([0, 0]), { alpha: 1, buffer: Infinity }],
  ['a place without a position', at([0, NaN]), { alpha: 1, buffer: 1 }],
  ['a buffer of nothing of the extent', at([0, 0], [1e6, 0]), { alpha: 1e6, buffer: 1e-6 }],
])('refuses %s', (_, places, options) => {
  expect(() => outlinePlaces(places, options)).toThrow(RangeError);
});
