import { ClipperOffset, EndType, JoinType, PolyTree64, type PolyPath64 } from 'clipper2-ts';
import type { AlphaShape, Places } from './alpha-shape.js';
import type { Polygon, Position, Ring } from './polygon.js';
import { ringArea } from './ring-measures.js';

/** Whole units across the longer side: products of two such differences stay exact. */
const UNITS = 2 ** 25;
/** Of the buffer: how far an arc's chord may be within the arc. 44 chords a circle. */
const ARC_TOLERANCE = 1 / 400;
/** Of its polygon: smaller holes are filled. */
const LEAST_HOLE = 0.1;

/**
 * All that is within a distance of a shape, as polygons whose rings do not cross themselves or each
 * other. Holes of no more than 10 % of what is within their outer ring are filled.
 *
 * Positions are rounded to 1/2^25 of the extent.
 *
 * @param distance above 0, in the unit of the places
 * @throws {RangeError} if the distance is less than 1/2^25 of the extent
 */
export function bufferShape(
  { xs, ys }: Places,
  { rings, lines, points }: AlphaShape,
  distance: number,
): Polygon[] {
  const grid = wholeUnits({ xs, ys }, distance);
  const paths = (shapes: readonly (readonly number[])[]) =>
    shapes.map((shape) => shape.map((i) => grid.toUnits(xs[i]!, ys[i]!)));
  const delta = distance * grid.unitsPerLength;
  if (delta < 1) throw new RangeError(`A buffer of ${distance} is too small for the extent`);
  const offset = new ClipperOffset(2, delta * ARC_TOLERANCE);
  offset.addPaths(paths(rings), JoinType.Round, EndType.Polygon);
  offset.addPaths(paths(lines), JoinType.Round, EndType.Round);
  offset.addPaths(paths(points.map((point) => [point])), JoinType.Round, EndType.Round);
  const tree = new PolyTree64();
  offset.execute(delta, tree);
  return polygonsOf(tree, grid.toPosition);
}

interface WholeUnits {
  unitsPerLength: number;
  toUnits: (x: number, y: number) => { x: number; y: number };
  toPosition: (unit: { x: number; y: number }) => Position;
}

/** A power of 2 of units per length, counted from the first place. */
function wholeUnits({ xs, ys }: Places, margin: number): WholeUnits {
  const [originX, originY] = [xs[0]!, ys[0]!];
  let extent = 0;
  for (let i = 0; i < xs.length; i++) {
    extent = Math.max(extent, Math.abs(xs[i]! - originX), Math.abs(ys[i]! - originY));
  }
  const unitsPerLength = 2 ** Math.floor(Math.log2(UNITS / (2 * (extent + margin))));
  return {
    unitsPerLength,
    toUnits: (x, y) => ({
      x: Math.round((x - originX) * unitsPerLength),
      y: Math.round((y - originY) * unitsPerLength),
    }),
    toPosition: ({ x, y }) => [originX + x / unitsPerLength, originY + y / unitsPerLength],
  };
}

/** The children of the tree are outer rings, theirs are holes, and so on. */
function polygonsOf(tree: PolyPath64, toPosition: WholeUnits['toPosition']): Polygon[] {
  const polygons: Polygon[] = [];
  for (let i = 0; i < tree.count; i++) {
    const outer = tree.child(i);
    const polygon: Polygon = [ringOf(outer, toPosition, 1)];
    const leastArea = LEAST_HOLE * Math.abs(ringArea(polygon[0]!));
    for (let j = 0; j < outer.count; j++) {
      const hole = outer.child(j);
      const ring = ringOf(hole, toPosition, -1);
      if (Math.abs(ringArea(ring)) <= leastArea) continue; // and what is within is filled with it
      polygon.push(ring);
      polygons.push(...polygonsOf(hole, toPosition));
    }
    polygons.push(polygon);
  }
  return polygons;
}

/** @param direction of its area: 1 counter-clockwise, -1 clockwise */
function ringOf(path: PolyPath64, toPosition: WholeUnits['toPosition'], direction: 1 | -1): Ring {
  const ring = path.polygon!.map(toPosition);
  ring.push(ring[0]!);
  return ringArea(ring) * direction < 0 ? ring.reverse() : ring;
}
