import { isInBox, type MercatorBox } from './mercator-box.js';
import { mortonHigh } from './morton.js';
import type { OrderedLocations } from './spatial-order.js';

/** Entries of an order, from `begin` until before `end`. */
export interface Stretch {
  begin: number;
  end: number;
}

/** A quadrant of the world, of a quadrant, and so on; and its stretch of the order. */
interface Quadrant extends Stretch {
  west: number;
  north: number;
  side: number;
}

/** Fewer entries than this are quicker looked at than divided. */
const FEW = 64;
/** The codes tell apart no smaller quadrants. */
const SMALLEST_SIDE = 2 ** 16;

/**
 * The parts of an order that hold every location in the box, and some outside of it; the last
 * part is the unsorted tail.
 *
 * Source: Samet (2006), Foundations of Multidimensional and Metric Data Structures, 2.1.2.4:
 * a box search in a quadtree, whose nodes are stretches of the Z-order.
 */
export function stretchesOf(order: OrderedLocations, box: MercatorBox): Stretch[] {
  const stretches: Stretch[] = [];
  const world = { west: 0, north: 0, side: 2 ** 32, begin: 0, end: order.sorted };
  search(world, { codes: order.codes, box }, stretches);
  if (order.used > order.sorted) stretches.push({ begin: order.sorted, end: order.used });
  return stretches;
}

function search(
  quadrant: Quadrant,
  { codes, box }: { codes: Uint32Array; box: MercatorBox },
  found: Stretch[],
): void {
  const { begin, end, side } = quadrant;
  if (begin === end || isApart(quadrant, box)) return;
  if (end - begin < FEW || side === SMALLEST_SIDE || isWithin(quadrant, box)) {
    const last = found.at(-1);
    if (last?.end === begin) last.end = end;
    else found.push({ begin, end });
  } else {
    for (const part of quarter(quadrant, codes)) search(part, { codes, box }, found);
  }
}

/** Along the curve: north-west, north-east, south-west, south-east. */
function quarter({ west, north, side, begin, end }: Quadrant, codes: Uint32Array): Quadrant[] {
  const half = side / 2;
  const middle = { west: west + half, north: north + half };
  const east = firstFrom(mortonHigh(middle.west, north), codes, { begin, end });
  const south = firstFrom(mortonHigh(west, middle.north), codes, { begin: east, end });
  const last = firstFrom(mortonHigh(middle.west, middle.north), codes, { begin: south, end });
  return [
    { west, north, side: half, begin, end: east },
    { west: middle.west, north, side: half, begin: east, end: south },
    { west, north: middle.north, side: half, begin: south, end: last },
    { ...middle, side: half, begin: last, end },
  ];
}

/** The first entry of the stretch whose code is not less. */
function firstFrom(code: number, codes: Uint32Array, { begin, end }: Stretch): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (codes[middle]! < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isApart({ west, north, side }: Quadrant, box: MercatorBox): boolean {
  return (
    west > box.east || west + side <= box.west || north > box.south || north + side <= box.north
  );
}

function isWithin({ west, north, side }: Quadrant, box: MercatorBox): boolean {
  return isInBox(box, west, north) && isInBox(box, west + side - 1, north + side - 1);
}
