import { BOX } from './site-tree.js';

/** Levels of a tree of 2^31 sites, and thus the most nodes that wait while one way down is followed. */
export const MOST_LEVELS = 32;

/** The square of the distance from a place to the nearest side of a node's box; 0 within it. */
export function squaredGap(boxes: Float64Array, node: number, x: number, y: number): number {
  const i = BOX * node;
  const left = boxes[i]! - x;
  const below = boxes[i + 1]! - y;
  const right = x - boxes[i + 2]!;
  const above = y - boxes[i + 3]!;
  const dx = left > 0 ? left : right > 0 ? right : 0;
  const dy = below > 0 ? below : above > 0 ? above : 0;
  return dx * dx + dy * dy;
}

/** The same between the nearest sides of two boxes, by their places in `boxes`. */
export function squaredGapBetween(boxes: Float64Array, a: number, b: number): number {
  const dx = Math.max(boxes[a]! - boxes[b + 2]!, boxes[b]! - boxes[a + 2]!, 0);
  const dy = Math.max(boxes[a + 1]! - boxes[b + 3]!, boxes[b + 1]! - boxes[a + 3]!, 0);
  return dx * dx + dy * dy;
}
