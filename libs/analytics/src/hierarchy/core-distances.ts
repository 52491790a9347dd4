import { MOST_LEVELS, squaredGap } from './box-gap.js';
import { NearestWeights } from './nearest-weights.js';
import type { SiteTree } from './site-tree.js';

/**
 * The squares of the smallest distances within which each site has the weight, its own included.
 * O(m (log m + weight)) where no weight is below 1.
 *
 * @param weight above 0
 * @returns m by place in the tree; 0 where the site's own weight is enough; Infinity where not even
 * all sites together have it
 */
export function squaredCoreDistances(tree: SiteTree, weight: number): Float64Array {
  const squares = new Float64Array(tree.xs.length);
  if (!(tree.weights.reduce((sum, each) => sum + each, 0) >= weight)) return squares.fill(Infinity);
  const search = new CoreDistanceSearch(tree, weight);
  for (let leaf = 0; leaf + 1 < tree.starts.length; leaf++) {
    for (let place = tree.starts[leaf]!; place < tree.starts[leaf + 1]!; place++) {
      if (tree.weights[place]! < weight) squares[place] = search.from(place, leaf);
    }
  }
  return squares;
}

class CoreDistanceSearch {
  private readonly nearest: NearestWeights;
  private readonly waiting = new Uint32Array(MOST_LEVELS);
  private readonly gaps = new Float64Array(MOST_LEVELS);

  constructor(
    private readonly tree: SiteTree,
    weight: number,
  ) {
    this.nearest = new NearestWeights(weight);
  }

  /** From the place's own leaf upwards: the first sites that are met are near. */
  from(place: number, leaf: number): number {
    const { nearest } = this;
    const { boxes, innerNodes } = this.tree;
    const x = this.tree.xs[place]!;
    const y = this.tree.ys[place]!;
    nearest.clear();
    this.scan(leaf, x, y);
    for (let node = innerNodes + leaf; node > 0; node = (node - 1) >>> 1) {
      const sibling = node % 2 === 0 ? node - 1 : node + 1;
      const gap = squaredGap(boxes, sibling, x, y);
      if (gap < nearest.squaredReach) this.descend(sibling, x, y);
    }
    return nearest.squaredReachOrFarthest();
  }

  private descend(top: number, x: number, y: number): void {
    const { nearest, waiting, gaps } = this;
    const { boxes, innerNodes } = this.tree;
    let count = 0;
    let node = top;
    for (;;) {
      while (node < innerNodes) {
        const left = 2 * node + 1;
        const leftGap = squaredGap(boxes, left, x, y);
        const rightGap = squaredGap(boxes, left + 1, x, y);
        const isLeftNearer = leftGap <= rightGap;
        node = isLeftNearer ? left : left + 1;
        waiting[count] = isLeftNearer ? left + 1 : left;
        gaps[count++] = isLeftNearer ? rightGap : leftGap;
        if ((isLeftNearer ? leftGap : rightGap) >= nearest.squaredReach) break;
      }
      if (node >= innerNodes) this.scan(node - innerNodes, x, y);
      do {
        if (count === 0) return;
        node = waiting[--count]!;
      } while (gaps[count]! >= nearest.squaredReach);
    }
  }

  private scan(leaf: number, x: number, y: number): void {
    const { nearest } = this;
    const { xs, ys, weights, starts } = this.tree;
    const to = starts[leaf + 1]!;
    let reach = nearest.squaredReach;
    for (let i = starts[leaf]!; i < to; i++) {
      const dx = xs[i]! - x;
      const dy = ys[i]! - y;
      const square = dx * dx + dy * dy;
      if (square < reach) reach = nearest.add(square, weights[i]!);
    }
  }
}
