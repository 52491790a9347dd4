import { squaredGap } from '../hierarchy/box-gap.js';
import type { SiteTree } from '../hierarchy/site-tree.js';

/** The rank of what is reached already; no place. */
const NONE = 0xffffffff;

/** Finds, among the places of a tree that are not taken yet, what a place would reach next. */
export class UnreachedSearch {
  /** Of what the last search found: the place, its rank and the square of its reachability. */
  place = NONE;
  rank = NONE;
  square = Infinity;
  private readonly squaredCores: Float64Array;
  /** m, by place; NONE once it is taken. */
  private readonly ranks: Uint32Array;
  private readonly squaredEps: number;
  /** The least rank in each node. */
  private readonly leastRanks: Uint32Array;
  private readonly leaves: Uint32Array;
  private x = 0;
  private y = 0;
  private core = 0;

  /** @param of by place: squares of core distances, and what comes first of two that are as far */
  constructor(
    private readonly tree: SiteTree,
    of: { squaredCores: Float64Array; ranks: Uint32Array; squaredEps: number },
  ) {
    this.squaredCores = of.squaredCores;
    this.ranks = of.ranks.slice();
    this.squaredEps = of.squaredEps;
    const leafCount = tree.starts.length - 1;
    this.leastRanks = new Uint32Array(tree.innerNodes + leafCount);
    this.leaves = new Uint32Array(tree.xs.length);
    for (let leaf = 0; leaf < leafCount; leaf++) {
      this.leaves.fill(leaf, tree.starts[leaf], tree.starts[leaf + 1]);
      this.leastRanks[tree.innerNodes + leaf] = this.leastOfLeaf(leaf);
    }
    for (let node = tree.innerNodes - 1; node >= 0; node--)
      this.leastRanks[node] = this.least(node);
  }

  isTaken(place: number): boolean {
    return this.ranks[place] === NONE;
  }

  take(place: number): void {
    const leaf = this.leaves[place]!;
    this.ranks[place] = NONE;
    let node = this.tree.innerNodes + leaf;
    this.leastRanks[node] = this.leastOfLeaf(leaf);
    while (node > 0) {
      node = (node - 1) >>> 1;
      this.leastRanks[node] = this.least(node);
    }
  }

  /** The place of the least rank that is not taken; there must be one. */
  first(): number {
    const { leastRanks } = this;
    const { innerNodes, starts } = this.tree;
    const least = leastRanks[0]!;
    let node = 0;
    while (node < innerNodes) node = 2 * node + (leastRanks[2 * node + 1] === least ? 1 : 2);
    return this.ranks.indexOf(least, starts[node - innerNodes]);
  }

  /** @returns whether there is one; the nearest, of those as near that of the least rank, is in `place` */
  find(from: number): boolean {
    const { xs, ys, innerNodes } = this.tree;
    this.x = xs[from]!;
    this.y = ys[from]!;
    this.core = this.squaredCores[from]!;
    this.square = this.squaredEps;
    this.rank = NONE;
    let node = innerNodes + this.leaves[from]!;
    this.descend(node);
    for (; node > 0; node = (node - 1) >>> 1) this.descend(node % 2 === 0 ? node - 1 : node + 1);
    return this.rank !== NONE;
  }

  private descend(node: number): void {
    const { boxes, innerNodes } = this.tree;
    const gap = squaredGap(boxes, node, this.x, this.y);
    if (!this.isNearer(Math.max(gap, this.core), this.leastRanks[node]!)) return;
    if (node >= innerNodes) {
      this.scan(node - innerNodes);
      return;
    }
    const left = 2 * node + 1;
    const isLeftNearer =
      squaredGap(boxes, left, this.x, this.y) <= squaredGap(boxes, left + 1, this.x, this.y);
    this.descend(isLeftNearer ? left : left + 1);
    this.descend(isLeftNearer ? left + 1 : left);
  }

  private scan(leaf: number): void {
    const { xs, ys, starts } = this.tree;
    for (let i = starts[leaf]!; i < starts[leaf + 1]!; i++) {
      const dx = xs[i]! - this.x;
      const dy = ys[i]! - this.y;
      const square = Math.max(dx * dx + dy * dy, this.core);
      if (!this.isNearer(square, this.ranks[i]!)) continue;
      this.square = square;
      this.rank = this.ranks[i]!;
      this.place = i;
    }
  }

  /** Never of what is taken: its rank is not below any. */
  private isNearer(square: number, rank: number): boolean {
    return rank !== NONE && (square < this.square || (square === this.square && rank < this.rank));
  }

  private least(node: number): number {
    return Math.min(this.leastRanks[2 * node + 1]!, this.leastRanks[2 * node + 2]!);
  }

  private leastOfLeaf(leaf: number): number {
    let least = NONE;
    for (let i = this.tree.starts[leaf]!; i < this.tree.starts[leaf + 1]!; i++) {
      if (this.ranks[i]! < least) least = this.ranks[i]!;
    }
    return least;
  }
}
