import { pointInPolygon } from './point-in-polygon.js';

const ring = (...numbers: number[]) => Float64Array.from(numbers);

it('tells inside from outside, holes and second parts included', () => {
  const contains = pointInPolygon([
    ring(0, 0, 10, 0, 10, 10, 0, 10), // open
    ring(4, 4, 6, 4, 6, 6, 4, 6, 4, 4), // closed: a hole
    ring(20, 0, 24, 4, 20, 8, 16, 4), // another part
  ]);

  expect(contains(2, 2)).toBe(true);
  expect(contains(5, 5)).toBe(false);
  expect(contains(20, 4)).toBe(true);
  expect(contains(17, 1)).toBe(false);
  expect(contains(-1, 5)).toBe(false);
  expect(contains(5, 11)).toBe(false);
  expect(contains(NaN, 5)).toBe(false);
});

it('gives a point on a border to exactly one of two neighbours', () => {
  const left = pointInPolygon([ring(0, 0, 5, 0, 5, 10, 0, 10)]);
  const right = pointInPolygon([ring(5, 0, 10, 0, 10, 10, 5, 10)]);

  expect([left(5, 3), right(5, 3)]).toEqual([false, true]);
  expect([left(0, 0), left(5, 10)]).toEqual([true, false]);
});

it('counts a ray through a corner once', () => {
  const contains = pointInPolygon([ring(0, 0, 5, 5, 10, 0, 10, 10, 0, 10)]);

  expect(contains(2, 5)).toBe(true);
  expect(contains(5, 4.9)).toBe(false);
});

it('agrees with a plain test of every edge on a star of 5,000 corners', () => {
  const corners = Array.from({ length: 5000 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 5000;
    const radius = 1000 + 300 * Math.sin(37 * angle) + 90 * Math.sin(311 * angle);
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
  const contains = pointInPolygon([ring(...corners.flat())]);

  const plainly = (x: number, y: number) =>
    corners.filter(([x2, y2], i) => {
      const [x1, y1] = corners.at(i - 1)!;
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    }).length %
      2 ===
    1;

  for (let i = 0; i < 2000; i++) {
    const [x, y] = [((i * 7919) % 2800) - 1400 + 0.5, ((i * 104_729) % 2800) - 1400 + 0.5];
    expect(contains(x, y)).toBe(plainly(x, y));
  }
});

it('holds nothing without rings and refuses what is no number', () => {
  expect(pointInPolygon([])(0, 0)).toBe(false);
  expect(() => pointInPolygon([ring(0, 0, NaN, 1, 1, 1)])).toThrow(
    'polygon with the corner NaN, 1',
  );
});
