import { pointInPolygon, type Rings } from './point-in-polygon.js';

/**
 * Whether two polygons have a point in common: one may cross the other, touch it, or lie in it.
 *
 * Cost: edges of the one times edges of the other, so one of them should be simple.
 */
export function polygonsMeet(a: Rings, b: Rings): boolean {
  return edgesMeet(a, b) || holdsARing(a, b) || holdsARing(b, a);
}

/** Where no edges meet, a ring lies in a polygon as any of its corners does. */
function holdsARing(polygon: Rings, rings: Rings): boolean {
  const contains = pointInPolygon(polygon);
  return rings.some((ring) => contains(ring[0]!, ring[1]!));
}

function edgesMeet(a: Rings, b: Rings): boolean {
  return a.some((one) =>
    b.some((other) => {
      for (let i = 0; i < one.length; i += 2) {
        for (let j = 0; j < other.length; j += 2) if (edgeMeets(one, i, other, j)) return true;
      }
      return false;
    }),
  );
}

/** Of the edges that end in the corners at `i` and `j`. */
function edgeMeets(one: Float64Array, i: number, other: Float64Array, j: number): boolean {
  const from = (i === 0 ? one.length : i) - 2;
  const [ax, ay, bx, by] = [one[from]!, one[from + 1]!, one[i]!, one[i + 1]!];
  const start = (j === 0 ? other.length : j) - 2;
  const [cx, cy, dx, dy] = [other[start]!, other[start + 1]!, other[j]!, other[j + 1]!];
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const side = (x: number, y: number) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  const back = (x: number, y: number) => Math.sign((dx - cx) * (y - cy) - (dy - cy) * (x - cx));
  return side(cx, cy) * side(dx, dy) <= 0 && back(ax, ay) * back(bx, by) <= 0;
}
