import { MOST_LEVELS, squaredGap, squaredGapBetween } from './box-gap.js';
import { BOX, type SiteTree } from './site-tree.js';

/** No place, or no one component. */
const NONE = 0xffffffff;

/** Finds the nearest place of another component by mutual reachability. */
export class ForeignSearch {
  /** m: the place found last; NONE before. */
  readonly nearest: Uint32Array;
  /** m: the square of its distance, and so the least that can be found in a later round. */
  readonly squares: Float64Array;
  /** For each node: the least core distance in it, squared. */
  private readonly leastCores: Float64Array;
  /** For each node: the component of all its places, or NONE. */
  private readonly nodeComponents: Uint32Array;
  private readonly waiting = new Uint32Array(MOST_LEVELS);
  private readonly gaps = new Float64Array(MOST_LEVELS);
  private found = NONE;
  private bound = Infinity;

  constructor(
    private readonly tree: SiteTree,
    private readonly squaredCores: Float64Array,
    private readonly components: Uint32Array,
  ) {
    this.nearest = new Uint32Array(squaredCores.length).fill(NONE);
    this.squares = squaredCores.slice();
    const nodes = tree.innerNodes + tree.starts.length - 1;
    this.nodeComponents = new Uint32Array(nodes);
    this.leastCores = new Float64Array(nodes).fill(Infinity);
    this.findLeastCores();
  }

  isCandidate(place: number): boolean {
    const nearest = this.nearest[place]!;
    return nearest !== NONE && this.components[nearest] !== this.components[place];
  }

  /** To be called when the components have changed. */
  prepareRound(): void {
    const { nodeComponents, components } = this;
    const { starts, innerNodes } = this.tree;
    for (let leaf = 0; leaf + 1 < starts.length; leaf++) {
      const from = starts[leaf]!;
      const to = starts[leaf + 1]!;
      let common = components[from]!;
      for (let place = from + 1; place < to; place++) {
        if (components[place] !== common) common = NONE;
      }
      nodeComponents[innerNodes + leaf] = common;
    }
    for (let node = innerNodes - 1; node >= 0; node--) {
      const left = nodeComponents[2 * node + 1]!;
      nodeComponents[node] = left === nodeComponents[2 * node + 2] ? left : NONE;
    }
  }

  /**
   * Looks for a place that is nearer than the bound.
   *
   * @returns whether there is one: it is in `nearest` and `squares`; otherwise the bound is in `squares`
   */
  find(place: number, leaf: number, bound: number): boolean {
    const { boxes, innerNodes, xs, ys } = this.tree;
    const x = xs[place]!;
    const y = ys[place]!;
    const core = this.squaredCores[place]!;
    const own = this.components[place]!;
    this.found = NONE;
    this.bound = bound;
    let node = innerNodes + leaf;
    if (this.nodeComponents[node] !== own) this.scan(leaf, place);
    for (; node > 0 && this.bound > core; node = (node - 1) >>> 1) {
      const sibling = node % 2 === 0 ? node - 1 : node + 1;
      if (this.nodeComponents[sibling] === own || this.leastCores[sibling]! >= this.bound) continue;
      if (squaredGap(boxes, sibling, x, y) < this.bound) this.descend(sibling, place);
    }
    this.squares[place] = this.bound;
    if (this.found === NONE) return false;
    this.nearest[place] = this.found;
    return true;
  }

  /**
   * Whether all places of a leaf are of one component and none has a foreign place nearer than the
   * component's bound, as far as boxes tell. If so, the bound is in `squares`.
   */
  isOutOfReach(leaf: number, bounds: Float64Array): boolean {
    const { nodeComponents, leastCores } = this;
    const { innerNodes, starts } = this.tree;
    let node = innerNodes + leaf;
    const own = nodeComponents[node]!;
    if (own === NONE) return false;
    const bound = bounds[own]!;
    if (!this.hasOpenPlace(leaf, bound)) return true;
    const box = BOX * node;
    if (leastCores[node]! < bound) {
      for (; node > 0; node = (node - 1) >>> 1) {
        const sibling = node % 2 === 0 ? node - 1 : node + 1;
        if (this.isNear(sibling, own, box, bound)) return false;
      }
    }
    for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
      if (this.squares[place]! < bound) this.squares[place] = bound;
    }
    return true;
  }

  private hasOpenPlace(leaf: number, bound: number): boolean {
    const { starts } = this.tree;
    for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
      if (this.squares[place]! < bound && !this.isCandidate(place)) return true;
    }
    return false;
  }

  private isNear(top: number, own: number, box: number, bound: number): boolean {
    const { waiting, nodeComponents, leastCores } = this;
    const { boxes, innerNodes } = this.tree;
    let count = 1;
    waiting[0] = top;
    while (count > 0) {
      const node = waiting[--count]!;
      if (nodeComponents[node] === own || leastCores[node]! >= bound) continue;
      if (squaredGapBetween(boxes, box, BOX * node) >= bound) continue;
      if (node >= innerNodes) return true;
      waiting[count++] = 2 * node + 1;
      waiting[count++] = 2 * node + 2;
    }
    return false;
  }

  private descend(top: number, place: number): void {
    const { waiting, gaps, nodeComponents, leastCores } = this;
    const { boxes, innerNodes, xs, ys } = this.tree;
    const x = xs[place]!;
    const y = ys[place]!;
    const core = this.squaredCores[place]!;
    const own = this.components[place]!;
    let count = 0;
    let node = top;
    for (;;) {
      while (node < innerNodes) {
        const left = 2 * node + 1;
        const right = left + 1;
        const leftGap =
          nodeComponents[left] === own
            ? Infinity
            : Math.max(squaredGap(boxes, left, x, y), leastCores[left]!);
        const rightGap =
          nodeComponents[right] === own
            ? Infinity
            : Math.max(squaredGap(boxes, right, x, y), leastCores[right]!);
        const isLeftNearer = leftGap <= rightGap;
        node = isLeftNearer ? left : right;
        const farther = isLeftNearer ? rightGap : leftGap;
        if (farther < this.bound) {
          waiting[count] = isLeftNearer ? right : left;
          gaps[count++] = farther;
        }
        if ((isLeftNearer ? leftGap : rightGap) >= this.bound) {
          node = NONE;
          break;
        }
      }
      if (node !== NONE) this.scan(node - innerNodes, place);
      if (this.bound <= core) return;
      do {
        if (count === 0) return;
        node = waiting[--count]!;
      } while (gaps[count]! >= this.bound);
    }
  }

  private scan(leaf: number, place: number): void {
    const { components, squaredCores } = this;
    const { xs, ys, starts } = this.tree;
    const x = xs[place]!;
    const y = ys[place]!;
    const core = squaredCores[place]!;
    const own = components[place]!;
    const to = starts[leaf + 1]!;
    for (let i = starts[leaf]!; i < to; i++) {
      if (components[i] === own) continue;
      const dx = xs[i]! - x;
      const dy = ys[i]! - y;
      let square = Math.max(dx * dx + dy * dy, squaredCores[i]!);
      if (square < core) square = core;
      if (square >= this.bound) continue;
      this.bound = square;
      this.found = i;
    }
  }

  private findLeastCores(): void {
    const { leastCores, squaredCores } = this;
    const { starts, innerNodes } = this.tree;
    for (let leaf = 0; leaf + 1 < starts.length; leaf++) {
      let least = Infinity;
      for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
        if (squaredCores[place]! < least) least = squaredCores[place]!;
      }
      leastCores[innerNodes + leaf] = least;
    }
    for (let node = innerNodes - 1; node >= 0; node--) {
      leastCores[node] = Math.min(leastCores[2 * node + 1]!, leastCores[2 * node + 2]!);
    }
  }
}
