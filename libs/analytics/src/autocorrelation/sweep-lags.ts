import { radixOrder } from '../sorting/radix-order.js';
import { firstAbove, firstNotBelow, type EqualRows } from './lag-rows.js';

/** Draws of some simulations, a row of `width` for each. */
export interface Draws {
  table: Uint32Array;
  /** Of each draw two values: if it is before the place's rank, and if it is not. */
  pairs: Float64Array;
  width: number;
  simulations: number;
}

/** Sums of drawn values that are at least `high`, and at most `low`; n each, NaN: do not count. */
export interface SumLimits {
  high: Float64Array;
  low: Float64Array;
}

export interface LagCounts {
  greater: Uint32Array;
  lesser: Uint32Array;
}

/**
 * Counts, for places with k neighbours of one weight, the simulations whose k drawn values sum to at
 * least, and at most, the place's limits. Values are drawn from those of all other places.
 *
 * A place is left out of the draws by shifting them past its rank. As a function of the rank the sum
 * of a simulation therefore has k steps, so all places are answered in one sweep over the ranks: a
 * tree counts which sums are current, each step moves one. For s simulations and m places the cost is
 * s k log(s k) + m log(s k), where a look at each draw of each place would cost s k m.
 *
 * Source: the tree: Fenwick (1994), A new data structure for cumulative frequency tables, Software:
 * Practice and Experience 24, 327-336.
 *
 * @param sorted all values, ascending
 * @param into is added to, for places in rows alone
 */
export function sweepLags(
  { sorted, ranks }: { sorted: Float64Array; ranks: Uint32Array },
  { neighbours, places }: EqualRows,
  { draws, limits, into }: { draws: Draws; limits: SumLimits; into: LagCounts },
): void {
  const { sums, steps } = stepSums(sorted, neighbours, draws);
  const levels = sums.slice().sort();
  const current = new CountTree(levels.length);
  const row = neighbours + 1;
  for (let p = 0; p < draws.simulations; p++) {
    current.add(firstNotBelow(levels, sums[p * row]!), 1);
  }
  const order = radixOrder([steps]);
  let next = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    for (; next < order.length && steps[order[next]!]! <= ranks[place]!; next++) {
      const step = order[next]!;
      const before = step + Math.floor(step / neighbours); // each simulation has one sum more
      current.add(firstNotBelow(levels, sums[before]!), -1);
      current.add(firstNotBelow(levels, sums[before + 1]!), 1);
    }
    const below = current.countBefore(firstNotBelow(levels, limits.high[place]!));
    into.greater[place]! += draws.simulations - below;
    into.lesser[place]! += current.countBefore(firstAbove(levels, limits.low[place]!));
  }
}

/** Of each simulation, the k + 1 sums, and the k ranks from which the next sum holds. */
function stepSums(
  sorted: Float64Array,
  neighbours: number,
  { table, width, simulations }: Draws,
): { sums: Float64Array; steps: Uint32Array } {
  const sums = new Float64Array(simulations * (neighbours + 1));
  const steps = new Uint32Array(simulations * neighbours);
  for (let p = 0; p < simulations; p++) {
    const drawn = steps.subarray(p * neighbours, (p + 1) * neighbours);
    drawn.set(table.subarray(p * width, p * width + neighbours));
    drawn.sort();
    const from = p * (neighbours + 1);
    let shifted = 0;
    for (let s = neighbours - 1; s >= 0; s--) {
      shifted += sorted[drawn[s]! + 1]!;
      sums[from + s] = shifted;
    }
    let kept = 0;
    for (let s = 1; s <= neighbours; s++) {
      kept += sorted[drawn[s - 1]!]!;
      sums[from + s]! += kept;
    }
    for (let s = 0; s < neighbours; s++) drawn[s]!++;
  }
  return { sums, steps };
}

/** Counts of numbered things, and how many there are before a number. */
class CountTree {
  private readonly counts: Int32Array;

  constructor(size: number) {
    this.counts = new Int32Array(size + 1);
  }

  add(number: number, count: number): void {
    const { counts } = this;
    for (let at = number + 1; at < counts.length; at += at & -at) counts[at]! += count;
  }

  countBefore(number: number): number {
    let count = 0;
    for (let at = number; at > 0; at -= at & -at) count += this.counts[at]!;
    return count;
  }
}
