import { polygonsMeet } from './polygons-meet.js';

const ring = (...numbers: number[]) => Float64Array.from(numbers);
const square = (x: number, y: number, side: number) =>
  ring(x, y, x + side, y, x + side, y + side, x, y + side);

it.each([
  ['crosses it', [square(8, 8, 4)], true],
  ['crosses it with no corner in it', [ring(-5, 4, 15, 4, 15, 6, -5, 6)], true],
  ['lies in it', [square(1, 1, 2)], true],
  ['lies around it', [square(-5, -5, 30)], true],
  ['touches it in a corner', [square(10, 10, 5)], true],
  ['touches it along an edge', [square(10, 2, 5)], true],
  ['has one part in it and another elsewhere', [square(50, 50, 2), square(1, 1, 2)], true],
  ['lies in its hole', [square(5, 5, 1)], false],
  ['lies beside it', [square(12, 0, 5)], false],
  ['has an edge on the same line', [ring(12, 0, 15, 0, 15, 5)], false],
  ['has a hole around it', [square(-5, -5, 30), square(-2, -2, 20)], false],
])('tells of a polygon that %s', (_, other, isMet) => {
  const polygon = [square(0, 0, 10), square(4, 4, 3)];

  expect(polygonsMeet(polygon, other)).toBe(isMet);
  expect(polygonsMeet(other, polygon)).toBe(isMet);
});
