import fc from 'fast-check';
import { outlinePlaces } from './outline-places.js';
import type { Polygon, Position, Ring } from './polygon.js';

/** A lattice: places on lines, touching triangles and circles through four places abound. */
const PLACES = fc
  .array(fc.tuple(fc.nat(15), fc.nat(15)), { minLength: 1, maxLength: 70 })
  .map((pairs) => ({
    xs: Float64Array.from(pairs, ([x]) => 430_000 + 100 * x),
    ys: Float64Array.from(pairs, ([, y]) => 390_000 + 100 * y),
  }));
const OPTIONS = fc.record({
  alpha: fc.constantFrom(60, 100, 150, 220, 400, Infinity),
  buffer: fc.constantFrom(1, 30, 50, 110, 250),
});

const turn = (a: Position, b: Position, c: Position) =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether two segments cross, in the inside of both. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function segments(rings: Ring[]): [Position, Position][] {
  return rings.flatMap((ring) =>
    ring.slice(1).map((end, i): [Position, Position] => [ring[i]!, end]),
  );
}

/** By the even-odd rule. */
function isInside(polygon: Polygon, [x, y]: Position): boolean {
  const crossed = segments(polygon).filter(
    ([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]),
  );
  return crossed.length % 2 === 1;
}

it('has every place in it, and rings that do not cross and have an area', () => {
  const property = fc.property(PLACES, OPTIONS, (places, options) => {
    const { polygons, areaKm2, compactness, hullRatio } = outlinePlaces(places, options);

    const outside = Array.from(places.xs, (x, i): Position => [x, places.ys[i]!]).filter(
      (place) => !polygons.some((polygon) => isInside(polygon, place)),
    );
    expect(outside).toEqual([]);
    const all = segments(polygons.flat());
    const crossing = all.filter(([a, b], i) =>
      all.slice(i + 1).some(([c, d]) => cross(a, b, c, d)),
    );
    expect(crossing).toEqual([]);
    polygons.flat().forEach((ring) => expect(new Set(ring.map(String)).size).toBe(ring.length - 1));
    expect(areaKm2).toBeGreaterThan(0);
    expect(compactness).toBeLessThanOrEqual(1);
    expect(hullRatio).toBeLessThanOrEqual(1 + 1e-12);
  });
  fc.assert(property, { seed: 1, numRuns: 80 });
});

it('does not depend on the order of the places', () => {
  const property = fc.property(PLACES, OPTIONS, (places, options) => {
    const reversed = { xs: places.xs.slice().reverse(), ys: places.ys.slice().reverse() };

    expect(outlinePlaces(reversed, options)).toEqual(outlinePlaces(places, options));
  });
  fc.assert(property, { seed: 1, numRuns: 40 });
});
