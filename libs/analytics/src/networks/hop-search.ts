import type { PathCore } from './path-core.js';
import { TOO_MANY_PATHS, type PathSearch } from './path-search.js';

/** Above so many paths to one node, those of its whole level are counted in a larger unit. */
const MANY_PATHS = 2 ** 600;
const UNIT = 2 ** -600;

/**
 * Shortest paths by the number of arcs.
 *
 * The loops over arcs have no branches, for a branch on what a random neighbour is would be
 * mispredicted half of the time: forwards, paths are added to every successor, and a level's own
 * counts are read before it adds to others, so that what is added to nodes found earlier is never
 * looked at; backwards, the share of every node but those of the next level is 0.
 */
export class HopSearch implements PathSearch {
  readonly order: Int32Array;
  readonly dependencies: Float64Array;
  private readonly levels: Int32Array;
  private readonly units: Float64Array;
  /** By node: paths so far, 0 until it is found; what a path to it carries. */
  private readonly counts: Float64Array;
  private readonly shares: Float64Array;
  /** By place in the order. */
  private readonly paths: Float64Array;

  constructor(
    private readonly core: PathCore,
    private readonly flows: Float64Array | null,
  ) {
    const size = core.nodes.length;
    this.order = new Int32Array(size + 1); // what was found last is written once more behind it
    this.dependencies = new Float64Array(size);
    this.levels = new Int32Array(size + 2);
    this.units = new Float64Array(size);
    this.counts = new Float64Array(size);
    this.shares = new Float64Array(size);
    this.paths = new Float64Array(size);
  }

  from(root: number): number {
    const levels = this.countPaths(root);
    for (let level = levels - 1; level >= 0; level--) this.shareOut(level, root);
    this.clearShares(0);
    return this.levels[levels]!;
  }

  /** @returns how many levels there are */
  private countPaths(root: number): number {
    const { order, counts, paths, levels } = this;
    const { starts, targets } = this.core;
    order[0] = root;
    counts[root] = 1;
    let level = 0;
    let found = 1;
    for (let from = 0; from < found; level++) {
      const to = found;
      levels[level] = from;
      this.readLevel(level, from, to);
      for (let place = from; place < to; place++) {
        const node = order[place]!;
        const count = paths[place]!;
        const end = starts[node + 1]!;
        for (let arc = starts[node]!; arc < end; arc++) {
          const target = targets[arc]!;
          const before = counts[target]!;
          counts[target] = before + count;
          order[found] = target;
          found += Number(before === 0);
        }
      }
      from = to;
    }
    levels[level] = found;
    levels[level + 1] = found; // beyond the last level lies nothing
    return level;
  }

  private readLevel(level: number, from: number, to: number): void {
    const { order, counts, paths } = this;
    let most = 0;
    for (let place = from; place < to; place++) {
      const count = counts[order[place]!]!;
      paths[place] = count;
      if (count > most) most = count;
    }
    this.units[level] = 1;
    if (most <= MANY_PATHS) return;
    this.units[level] = UNIT;
    for (let place = from; place < to; place++) {
      paths[place]! *= UNIT;
      if (paths[place] === 0) throw new RangeError(TOO_MANY_PATHS);
    }
  }

  /** Adds up what the paths of a level's nodes carry, and clears their marks for the next search. */
  private shareOut(level: number, root: number): void {
    const { order, counts, paths, levels, shares, dependencies } = this;
    const { starts, targets, beyond } = this.core;
    const from = levels[level]!;
    const to = levels[level + 1]!;
    for (let place = from; place < to; place++) {
      const node = order[place]!;
      const end = starts[node + 1]!;
      let sum = 0;
      for (let arc = starts[node]!; arc < end; arc++) sum += shares[targets[arc]!]!;
      dependencies[place] = beyond[node]! + paths[place]! * sum;
    }
    if (this.flows) this.addFlows(this.flows, { from, to, times: this.core.sources[root]! });
    this.clearShares(level + 1);
    const unit = this.units[level]!;
    for (let place = from; place < to; place++) {
      const node = order[place]!;
      shares[node] = ((1 + dependencies[place]!) / paths[place]!) * unit;
      counts[node] = 0;
    }
  }

  private addFlows(
    flows: Float64Array,
    { from, to, times }: { from: number; to: number; times: number },
  ): void {
    const { order, paths, shares } = this;
    const { starts, targets } = this.core;
    for (let place = from; place < to; place++) {
      const node = order[place]!;
      const each = times * paths[place]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        flows[arc]! += each * shares[targets[arc]!]!;
      }
    }
  }

  private clearShares(level: number): void {
    const { order, shares, levels } = this;
    const to = levels[level + 1]!;
    for (let place = levels[level]!; place < to; place++) shares[order[place]!] = 0;
  }
}
