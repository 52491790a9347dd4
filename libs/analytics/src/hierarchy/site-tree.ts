import type { Sites } from '../sites/collapse-sites.js';

/** Sites of a leaf at most: comparing so many is about as dear as one more level of boxes. */
const LEAF_SIZE = 16;
/** Numbers of a box in `SiteTree.boxes`: least x, least y, greatest x, greatest y. */
export const BOX = 4;

/**
 * A balanced kd-tree without pointers: the children of node i are 2i + 1 and 2i + 2, and all leaves
 * are of the last level. Its sites stand in the order of the leaves.
 */
export interface SiteTree {
  /** m, by place in the tree. */
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array;
  /** m site numbers. */
  sites: Uint32Array;
  /** BOX numbers for each node. */
  boxes: Float64Array;
  /** Nodes above the leaves, and so the number of the first leaf. */
  innerNodes: number;
  /** One for each leaf and one more: the places of leaf i begin at `starts[i]`. */
  starts: Uint32Array;
}

/**
 * Halves the sites across the longer side of their box, again and again. O(m log m).
 *
 * Source: Friedman, Bentley and Finkel (1977), An algorithm for finding best matches in logarithmic
 * expected time, ACM TOMS 3, 209-226.
 */
export function buildSiteTree({ xs, ys, weights }: Pick<Sites, 'xs' | 'ys' | 'weights'>): SiteTree {
  const count = xs.length;
  let leaves = 1;
  while (leaves * LEAF_SIZE < count) leaves *= 2;
  const innerNodes = leaves - 1;
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = i;
  const order = { xs: xs.slice(), ys: ys.slice(), numbers };
  const boxes = new Float64Array(BOX * (innerNodes + leaves));
  const starts = new Uint32Array(leaves + 1);
  fitBox(order, boxes, { node: 0, from: 0, to: count });
  divide({ order, boxes, innerNodes, starts }, { node: 0, from: 0, to: count });
  const ownWeights = new Float64Array(count);
  for (let i = 0; i < count; i++) ownWeights[i] = weights[numbers[i]!]!;
  return {
    xs: order.xs,
    ys: order.ys,
    weights: ownWeights,
    sites: numbers,
    boxes,
    innerNodes,
    starts,
  };
}

interface Order {
  xs: Float64Array;
  ys: Float64Array;
  numbers: Uint32Array;
}

interface Range {
  node: number;
  from: number;
  to: number;
}

/** Depth first: soon the parts fit the processor's cache. */
function divide(
  tree: { order: Order; boxes: Float64Array; innerNodes: number; starts: Uint32Array },
  { node, from, to }: Range,
): void {
  const { order, boxes, innerNodes, starts } = tree;
  if (node >= innerNodes) {
    fitBox(order, boxes, { node, from, to });
    starts[node - innerNodes + 1] = to;
    return;
  }
  const middle = (from + to) >>> 1;
  const isWide = isWider(boxes, node);
  const keys = isWide ? order.xs : order.ys;
  selectMiddle(order, keys, { from, to, middle });
  halveBox(boxes, node, { axis: isWide ? 0 : 1, cut: keys[middle]! });
  divide(tree, { node: 2 * node + 1, from, to: middle });
  divide(tree, { node: 2 * node + 2, from: middle, to });
  joinBoxes(boxes, node);
}

/** The box of no sites is from Infinity to -Infinity. */
function fitBox({ xs, ys }: Order, boxes: Float64Array, { node, from, to }: Range): void {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = from; i < to; i++) {
    const x = xs[i]!;
    const y = ys[i]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  boxes[BOX * node] = minX;
  boxes[BOX * node + 1] = minY;
  boxes[BOX * node + 2] = maxX;
  boxes[BOX * node + 3] = maxY;
}

function isWider(boxes: Float64Array, node: number): boolean {
  const i = BOX * node;
  return boxes[i + 2]! - boxes[i]! >= boxes[i + 3]! - boxes[i + 1]!;
}

/** Gives the children the parts of a box; while the tree is built they need not be tight. */
function halveBox(
  boxes: Float64Array,
  node: number,
  { axis, cut }: { axis: 0 | 1; cut: number },
): void {
  const left = BOX * (2 * node + 1);
  boxes.copyWithin(left, BOX * node, BOX * (node + 1));
  boxes.copyWithin(left + BOX, BOX * node, BOX * (node + 1));
  boxes[left + 2 + axis] = cut;
  boxes[left + BOX + axis] = cut;
}

function joinBoxes(boxes: Float64Array, node: number): void {
  const left = BOX * (2 * node + 1);
  const right = left + BOX;
  for (let axis = 0; axis < 2; axis++) {
    boxes[BOX * node + axis] = Math.min(boxes[left + axis]!, boxes[right + axis]!);
    boxes[BOX * node + 2 + axis] = Math.max(boxes[left + 2 + axis]!, boxes[right + 2 + axis]!);
  }
}

/**
 * Reorders so that no key before `middle` is greater than one from it on.
 *
 * Source: Hoare (1961), Algorithm 65: Find, CACM 4, 321-322, with the median of three as pivot.
 */
function selectMiddle(
  order: Order,
  keys: Float64Array,
  { from, to, middle }: { from: number; to: number; middle: number },
): void {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const pivot = median(keys[low]!, keys[(low + high) >>> 1]!, keys[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (keys[left]! < pivot) left++;
      while (keys[right]! > pivot) right--;
      if (left > right) break;
      swap(order, left++, right--);
    }
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap({ xs, ys, numbers }: Order, a: number, b: number): void {
  const x = xs[a]!;
  const y = ys[a]!;
  const number = numbers[a]!;
  xs[a] = xs[b]!;
  ys[a] = ys[b]!;
  numbers[a] = numbers[b]!;
  xs[b] = x;
  ys[b] = y;
  numbers[b] = number;
}
