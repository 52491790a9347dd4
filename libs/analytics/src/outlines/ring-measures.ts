import type { Position, Ring } from './polygon.js';

/** Positive if the ring runs counter-clockwise. */
export function ringArea(ring: Ring): number {
  const [originX, originY] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return sum / 2;
}

export function ringLength(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += Math.hypot(ring[i]![0] - ring[i - 1]![0], ring[i]![1] - ring[i - 1]![1]);
  }
  return sum;
}

/**
 * The area of the convex hull.
 *
 * Source: Andrew (1979), Another efficient algorithm for convex hulls in two dimensions,
 * Information Processing Letters 9, 216-219.
 */
export function hullArea(positions: readonly Position[]): number {
  const sorted = [...positions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return ringArea([...lower, ...upper.slice(1)]);
}

function halfHull(sorted: readonly Position[]): Position[] {
  const hull: Position[] = [];
  for (const position of sorted) {
    while (hull.length > 1 && !turnsLeft(hull.at(-2)!, hull.at(-1)!, position)) hull.pop();
    hull.push(position);
  }
  return hull;
}

function turnsLeft(a: Position, b: Position, c: Position): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
