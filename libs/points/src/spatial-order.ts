import { GrowingColumns } from './growing-columns.js';
import { compareMorton, mortonHigh, mortonLow } from './morton.js';
import type { LocationColumns } from './point-columns.js';
import { radixOrder } from './radix-order.js';

/** The locations' slots along the Z-order curve of the world square, and those added since. */
export interface OrderedLocations {
  /** Location slots; GONE where the location has left. */
  readonly slots: Uint32Array;
  /** The upper half of each slot's place on the curve, for the first `sorted`. */
  readonly codes: Uint32Array;
  /** So many are in order; after them, to `used`, they are in none. */
  readonly sorted: number;
  readonly used: number;
}

/** In place of a slot whose location has left. */
export const GONE = 2 ** 32 - 1;

/** So many unsorted or gone entries cost a tile less than a tenth of a millisecond. */
const TOLERATED = 4096;
/** And one in so many of the sorted ones: then a sorting is shared by many writes. */
const TOLERATED_SHARE = 1 / 256;

/**
 * Keeps the locations sorted by their place in the world square, so that those of one tile stand
 * side by side and those of any box in a few stretches.
 *
 * The order is that of the Z-order curve through the 2^32 x 2^32 positions. The upper half of the
 * code is kept, which tells tiles apart down to zoom 16; the lower half only settles the order in
 * between, where businesses at one address thereby stand side by side.
 *
 * A write costs constant time: a new location goes to an unsorted tail, one that leaves is struck
 * out. Readers search the tail linearly. When tail and struck out ones exceed 4096 plus 1/256
 * of the sorted, the next reader has the tail sorted and merged, which is linear. Costs 12 bytes per
 * location.
 */
export class SpatialOrder {
  private entries = new GrowingColumns({ slots: Uint32Array, codes: Uint32Array });
  /** Where each location slot stands in the entries. */
  private readonly places = new GrowingColumns({ entries: Uint32Array });
  private sorted = 0;
  private used = 0;
  private gone = 0;

  get byteLength(): number {
    return this.entries.byteLength + this.places.byteLength;
  }

  add(slot: number): void {
    this.entries.reserve(this.used + 1);
    this.places.reserve(slot + 1);
    this.places.columns.entries[slot] = this.used;
    this.entries.columns.slots[this.used++] = slot;
  }

  /** Of a slot that was added. */
  remove(slot: number): void {
    this.entries.columns.slots[this.places.columns.entries[slot]!] = GONE;
    this.gone++;
  }

  /** As of now, sorted first if too much of it is not. */
  read(locations: LocationColumns): OrderedLocations {
    const unsorted = this.used - this.sorted + this.gone;
    if (unsorted > TOLERATED + this.sorted * TOLERATED_SHARE) this.sort(locations);
    return { ...this.entries.columns, sorted: this.sorted, used: this.used };
  }

  /** All slots in order, none gone. */
  readSorted(locations: LocationColumns): Uint32Array {
    this.sort(locations);
    return this.entries.columns.slots.subarray(0, this.used);
  }

  /**
   * Follows the locations to new slots, right after `readSorted`.
   *
   * @param newSlots by former slot
   */
  renumber(newSlots: Uint32Array): void {
    const { slots } = this.entries.columns;
    for (let i = 0; i < this.used; i++) slots[i] = newSlots[slots[i]!]!;
    this.findPlaces();
  }

  private sort(locations: LocationColumns): void {
    this.merge(alongCurve(this.tail(), locations), locations);
    this.findPlaces();
  }

  private findPlaces(): void {
    const { entries } = this.places.columns;
    const { slots } = this.entries.columns;
    for (let i = 0; i < this.used; i++) entries[slots[i]!] = i;
  }

  private tail(): Uint32Array {
    const { slots } = this.entries.columns;
    const tail = new Uint32Array(this.used - this.sorted);
    let count = 0;
    for (let i = this.sorted; i < this.used; i++) {
      if (slots[i] !== GONE) tail[count++] = slots[i]!;
    }
    return tail.subarray(0, count);
  }

  /** Into new columns, so that whoever reads the former ones goes on undisturbed. */
  private merge(tail: Ordered, locations: LocationColumns): void {
    const former = this.entries.columns;
    const merged = new GrowingColumns({ slots: Uint32Array, codes: Uint32Array });
    merged.reserve(this.used - this.gone);
    const { slots, codes } = merged.columns;
    const comesFirst = isBefore(locations);
    let [to, next] = [0, 0];
    for (let from = 0; from < this.sorted; from++) {
      if (former.slots[from] === GONE) continue;
      while (next < tail.slots.length && comesFirst(tail, next, former, from)) {
        slots[to] = tail.slots[next]!;
        codes[to++] = tail.codes[next++]!;
      }
      slots[to] = former.slots[from]!;
      codes[to++] = former.codes[from]!;
    }
    slots.set(tail.slots.subarray(next), to);
    codes.set(tail.codes.subarray(next), to);
    this.entries = merged;
    this.sorted = this.used = to + tail.slots.length - next;
    this.gone = 0;
  }
}

interface Ordered {
  readonly slots: Uint32Array;
  readonly codes: Uint32Array;
}

function alongCurve(tail: Uint32Array, { mercatorXs, mercatorYs }: LocationColumns): Ordered {
  const highs = new Uint32Array(tail.length);
  const lows = new Uint32Array(tail.length);
  for (let i = 0; i < tail.length; i++) {
    const x = mercatorXs[tail[i]!]!;
    const y = mercatorYs[tail[i]!]!;
    highs[i] = mortonHigh(x, y);
    lows[i] = mortonLow(x, y);
  }
  const slots = radixOrder([lows, highs]);
  const codes = new Uint32Array(tail.length);
  for (let i = 0; i < slots.length; i++) {
    codes[i] = highs[slots[i]!]!;
    slots[i] = tail[slots[i]!]!;
  }
  return { slots, codes };
}

function isBefore({ mercatorXs: xs, mercatorYs: ys }: LocationColumns) {
  const positionOf = (slot: number) => ({ x: xs[slot]!, y: ys[slot]! });
  return (a: Ordered, i: number, b: Ordered, j: number): boolean => {
    if (a.codes[i] !== b.codes[j]) return a.codes[i]! < b.codes[j]!;
    return compareMorton(positionOf(a.slots[i]!), positionOf(b.slots[j]!)) < 0;
  };
}
