/** Points of a node that is not split further. */
const LEAF = 8;

/** Points sorted into a balanced tree of boxes: node k has the children 2k + 1 and 2k + 2. */
export interface PointTree {
  /** n, in the order of the tree. */
  xs: Float64Array;
  ys: Float64Array;
  /** n point numbers as given. */
  ids: Uint32Array;
  /** West, south, east and north of each node. */
  boxes: Float64Array;
}

/**
 * A k-d tree split at the median of the longer side of each box. n log n.
 *
 * @throws {RangeError} if the arrays differ in length or a coordinate is not finite
 */
export function buildPointTree(xs: Float64Array, ys: Float64Array): PointTree {
  if (xs.length !== ys.length) throw new RangeError(`${xs.length} xs, ${ys.length} ys`);
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i])) {
      throw new RangeError(`Point ${i} is at ${xs[i]}, ${ys[i]}`);
    }
  }
  let nodes = 1;
  for (let size = xs.length; size > LEAF; size = Math.ceil(size / 2)) nodes = 2 * nodes + 1;
  const tree = {
    xs: xs.slice(),
    ys: ys.slice(),
    ids: Uint32Array.from(xs, (_, i) => i),
    boxes: new Float64Array(4 * nodes),
  };
  split(tree, 0, { from: 0, to: xs.length });
  return tree;
}

function split(tree: PointTree, node: number, { from, to }: { from: number; to: number }): void {
  const box = boxOf(tree, from, to);
  tree.boxes.set(box, 4 * node);
  if (to - from <= LEAF) return;
  const middle = (from + to + 1) >>> 1;
  const isWide = box[2]! - box[0]! >= box[3]! - box[1]!;
  select(tree, isWide ? tree.xs : tree.ys, { from, to: to - 1, middle });
  split(tree, 2 * node + 1, { from, to: middle });
  split(tree, 2 * node + 2, { from: middle, to });
}

function boxOf({ xs, ys }: PointTree, from: number, to: number): Float64Array {
  const box = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let i = from; i < to; i++) {
    if (xs[i]! < box[0]!) box[0] = xs[i]!;
    if (ys[i]! < box[1]!) box[1] = ys[i]!;
    if (xs[i]! > box[2]!) box[2] = xs[i]!;
    if (ys[i]! > box[3]!) box[3] = ys[i]!;
  }
  return box;
}

/**
 * Moves the points so that none before `middle` is above one from there on.
 *
 * Source: Hoare (1961), Algorithm 65: find, CACM 4, 321.
 */
function select(
  tree: PointTree,
  keys: Float64Array,
  { from, to, middle }: { from: number; to: number; middle: number },
): void {
  while (from < to) {
    const pivot = keys[(from + to) >>> 1]!;
    let low = from;
    let high = to;
    while (low <= high) {
      while (keys[low]! < pivot) low++;
      while (keys[high]! > pivot) high--;
      if (low <= high) swap(tree, low++, high--);
    }
    if (middle <= high) to = high;
    else if (middle >= low) from = low;
    else return;
  }
}

function swap({ xs, ys, ids }: PointTree, a: number, b: number): void {
  const [x, y, id] = [xs[a]!, ys[a]!, ids[a]!];
  xs[a] = xs[b]!;
  ys[a] = ys[b]!;
  ids[a] = ids[b]!;
  xs[b] = x;
  ys[b] = y;
  ids[b] = id;
}

/** Finds points near a place; holds the room that a search needs. */
export class PointSearch {
  /** Of the last search within a distance: places in the tree. */
  readonly found: number[] = [];
  private nearest = new Float64Array(0);
  private x = 0;
  private y = 0;
  private self = 0;

  constructor(private readonly tree: PointTree) {}

  /** The squared distance of the k-th nearest of the other points. @param at the place in the tree */
  squaredReach(at: number, k: number): number {
    this.aim(at);
    if (this.nearest.length !== k) this.nearest = new Float64Array(k);
    this.nearest.fill(Infinity);
    this.searchNearest(0, 0, this.tree.xs.length);
    return this.nearest[k - 1]!;
  }

  /** The other points at no more than a squared distance, in `found`, in the order of the tree. */
  findWithin(at: number, squared: number): number[] {
    this.aim(at);
    this.found.length = 0;
    this.searchWithin(0, 0, this.tree.xs.length, squared);
    return this.found;
  }

  private aim(at: number): void {
    this.x = this.tree.xs[at]!;
    this.y = this.tree.ys[at]!;
    this.self = at;
  }

  private searchNearest(node: number, from: number, to: number): void {
    const { xs, ys } = this.tree;
    const { nearest } = this;
    const last = nearest.length - 1;
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) {
        const dx = xs[i]! - this.x;
        const dy = ys[i]! - this.y;
        const squared = dx * dx + dy * dy;
        if (squared >= nearest[last]! || i === this.self) continue;
        let at = last;
        for (; at > 0 && nearest[at - 1]! > squared; at--) nearest[at] = nearest[at - 1]!;
        nearest[at] = squared;
      }
      return;
    }
    const middle = (from + to + 1) >>> 1;
    const left = 2 * node + 1;
    const toLeft = this.squaredToBox(left);
    const toRight = this.squaredToBox(left + 1);
    if (toLeft <= toRight) {
      if (toLeft < nearest[last]!) this.searchNearest(left, from, middle);
      if (toRight < nearest[last]!) this.searchNearest(left + 1, middle, to);
    } else {
      if (toRight < nearest[last]!) this.searchNearest(left + 1, middle, to);
      if (toLeft < nearest[last]!) this.searchNearest(left, from, middle);
    }
  }

  private searchWithin(node: number, from: number, to: number, squared: number): void {
    if (this.squaredToBox(node) > squared) return;
    if (to - from <= LEAF) {
      const { xs, ys } = this.tree;
      for (let i = from; i < to; i++) {
        const dx = xs[i]! - this.x;
        const dy = ys[i]! - this.y;
        if (dx * dx + dy * dy <= squared && i !== this.self) this.found.push(i);
      }
      return;
    }
    const middle = (from + to + 1) >>> 1;
    this.searchWithin(2 * node + 1, from, middle, squared);
    this.searchWithin(2 * node + 2, middle, to, squared);
  }

  /** Never above the squared distance of a point in the box, rounding included: both are rounded alike. */
  private squaredToBox(node: number): number {
    const { boxes } = this.tree;
    const { x, y } = this;
    const dx = Math.max(boxes[4 * node]! - x, x - boxes[4 * node + 2]!, 0);
    const dy = Math.max(boxes[4 * node + 1]! - y, y - boxes[4 * node + 3]!, 0);
    return dx * dx + dy * dy;
  }
}
