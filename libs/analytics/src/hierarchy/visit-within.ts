import { squaredGap } from './box-gap.js';
import { BOX, type SiteTree } from './site-tree.js';

/** What rounding may take from a box that is grown by a reach. */
const ROUNDING = 1e-9;

/**
 * Visits the places of a tree that are within reach of any place of another, each once.
 *
 * About O(k log m) for the k places near all m of the other.
 */
export function visitWithin(
  tree: SiteTree,
  others: SiteTree,
  { reach, visit }: { reach: number; visit: (place: number) => void },
): void {
  const hasNear = nearTest(others, reach * reach);
  const grown = reach * (1 + ROUNDING);
  const minX = others.boxes[0]! - grown;
  const minY = others.boxes[1]! - grown;
  const maxX = others.boxes[2]! + grown;
  const maxY = others.boxes[3]! + grown;
  const waiting = [0];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    const box = BOX * node;
    if (tree.boxes[box]! > maxX || tree.boxes[box + 2]! < minX) continue;
    if (tree.boxes[box + 1]! > maxY || tree.boxes[box + 3]! < minY) continue;
    if (node < tree.innerNodes) {
      waiting.push(2 * node + 2, 2 * node + 1);
      continue;
    }
    const leaf = node - tree.innerNodes;
    for (let place = tree.starts[leaf]!; place < tree.starts[leaf + 1]!; place++) {
      if (hasNear(0, tree.xs[place]!, tree.ys[place]!)) visit(place);
    }
  }
}

/** @returns whether anything below a node is within reach of a place */
function nearTest({ boxes, innerNodes, starts, xs, ys }: SiteTree, squaredReach: number) {
  return function hasNear(node: number, x: number, y: number): boolean {
    if (squaredGap(boxes, node, x, y) > squaredReach) return false;
    if (node < innerNodes) return hasNear(2 * node + 1, x, y) || hasNear(2 * node + 2, x, y);
    const leaf = node - innerNodes;
    for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
      const dx = xs[place]! - x;
      const dy = ys[place]! - y;
      if (dx * dx + dy * dy <= squaredReach) return true;
    }
    return false;
  };
}
