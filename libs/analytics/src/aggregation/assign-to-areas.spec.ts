import { assignToAreas } from './assign-to-areas.js';

/** A closed ring: west, south, east, north. */
function square(west: number, south: number, east: number, north: number): Float64Array {
  return Float64Array.of(west, south, east, south, east, north, west, north, west, south);
}

it('finds the area of each place, and none outside', () => {
  const areas = [[square(0, 0, 10, 10)], [square(10, 0, 20, 10)], [square(100, 100, 110, 110)]];
  const xs = Float64Array.of(5, 15, 105, 50, -1, NaN);
  const ys = Float64Array.of(5, 5, 105, 50, 5, 5);

  const { areaOf, overlapping } = assignToAreas({ xs, ys }, areas);

  expect([...areaOf]).toEqual([0, 1, 2, -1, -1, -1]);
  expect(overlapping).toBe(0);
});

it('gives a place on a common border to one of the two', () => {
  const areas = [[square(0, 0, 10, 10)], [square(10, 0, 20, 10)]];

  const { areaOf, overlapping } = assignToAreas(
    { xs: Float64Array.of(10), ys: Float64Array.of(5) },
    areas,
  );

  expect([...areaOf]).toEqual([1]);
  expect(overlapping).toBe(0);
});

it('leaves holes out, also where another area fills them', () => {
  const ring = [square(0, 0, 30, 30), square(10, 10, 20, 20)];
  const places = { xs: Float64Array.of(5, 15), ys: Float64Array.of(5, 15) };

  expect([...assignToAreas(places, [ring]).areaOf]).toEqual([0, -1]);
  expect([...assignToAreas(places, [ring, [square(10, 10, 20, 20)]]).areaOf]).toEqual([0, 1]);
});

it('takes the first of overlapping areas and counts such places', () => {
  const areas = [[square(0, 0, 10, 10)], [square(5, 0, 15, 10)]];

  const { areaOf, overlapping } = assignToAreas(
    { xs: Float64Array.of(7, 12), ys: Float64Array.of(5, 5) },
    areas,
  );

  expect([...areaOf]).toEqual([0, 1]);
  expect(overlapping).toBe(1);
});

it('finds every place of a chessboard in its own field', () => {
  const fields = Array.from({ length: 64 }, (_, i) => {
    const [column, row] = [i % 8, Math.floor(i / 8)];
    return [square(column, row, column + 1, row + 1)];
  });
  const xs = Float64Array.from(fields, (_, i) => (i % 8) + 0.5);
  const ys = Float64Array.from(fields, (_, i) => Math.floor(i / 8) + 0.5);

  expect([...assignToAreas({ xs, ys }, fields).areaOf]).toEqual([...fields.keys()]);
});

it('has nothing to find without places or without areas', () => {
  const none = new Float64Array();

  expect(assignToAreas({ xs: none, ys: none }, [[square(0, 0, 1, 1)]]).areaOf).toHaveLength(0);
  expect([...assignToAreas({ xs: Float64Array.of(1), ys: Float64Array.of(1) }, []).areaOf]).toEqual(
    [-1],
  );
});

it('refuses columns of different length', () => {
  expect(() => assignToAreas({ xs: new Float64Array(2), ys: new Float64Array(1) }, [])).toThrow(
    RangeError,
  );
});
