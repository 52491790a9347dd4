import { radixOrder } from '../sorting/radix-order.js';
import type { SpatialWeights } from '../weights/spatial-weights.js';

/** What a permutation of lags needs to know; nothing of it depends on the order of the places. */
export interface LagRows {
  /** n values, ascending. */
  sorted: Float64Array;
  /** Of each place, that of the first value as great as its own. */
  ranks: Uint32Array;
  /** As in SpatialWeights, but ascending within each row. */
  starts: Uint32Array;
  values: Float64Array;
  /** The most neighbours of a place. */
  width: number;
}

/** Places with as many neighbours, all of the same weight, by their rank. */
export interface EqualRows {
  neighbours: number;
  places: Uint32Array;
}

/**
 * Neighbours are drawn from the others' values, so only the places' ranks among values matter, and
 * only how great the weights of a row are, not whose.
 */
export function lagRows(values: Float64Array, weights: SpatialWeights): LagRows {
  const sorted = values.slice().sort();
  const { starts } = weights;
  const own = weights.values.slice();
  let width = 0;
  for (let i = 0; i < values.length; i++) {
    width = Math.max(width, starts[i + 1]! - starts[i]!);
    if (!isEqual(own, starts[i]!, starts[i + 1]!)) own.subarray(starts[i], starts[i + 1]).sort();
  }
  const ranks = Uint32Array.from(values, (value) => firstNotBelow(sorted, value));
  return { sorted, ranks, starts, values: own, width };
}

/** Of the places for which something is to be counted. */
export function groupRows(
  { ranks, starts, values }: LagRows,
  isCounted: (place: number) => boolean,
): { equal: EqualRows[]; unequal: Uint32Array } {
  const byCount = new Map<number, number[]>();
  const unequal: number[] = [];
  for (const place of radixOrder([ranks])) {
    const [from, to] = [starts[place]!, starts[place + 1]!];
    if (from === to || !isCounted(place)) continue;
    if (!isEqual(values, from, to)) {
      unequal.push(place);
      continue;
    }
    const places = byCount.get(to - from);
    if (places) places.push(place);
    else byCount.set(to - from, [place]);
  }
  return {
    equal: Array.from(byCount, ([neighbours, places]) => ({
      neighbours,
      places: Uint32Array.from(places),
    })),
    unequal: Uint32Array.from(unequal),
  };
}

function isEqual(values: Float64Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (values[at] !== values[from]) return false;
  return true;
}

/** The place of the first value that is not below the limit, in ascending values. */
export function firstNotBelow(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first value that is above the limit, in ascending values. */
export function firstAbove(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
