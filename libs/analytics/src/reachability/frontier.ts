import type { UnreachedSearch } from './unreached-search.js';

/**
 * The sites in order so far, each with what it would reach next: a heap with the nearest on top.
 *
 * What a site would reach may since have been taken. It is then no farther than what it reaches
 * now, and so it is enough to look again once it is on top.
 */
export class Frontier {
  /** By place in the order. */
  private readonly places: Uint32Array;
  private readonly nextPlaces: Uint32Array;
  private readonly nextRanks: Uint32Array;
  private readonly squares: Float64Array;
  private readonly heap: Uint32Array;
  private size = 0;

  constructor(
    private readonly search: UnreachedSearch,
    count: number,
  ) {
    this.places = new Uint32Array(count);
    this.nextPlaces = new Uint32Array(count);
    this.nextRanks = new Uint32Array(count);
    this.squares = new Float64Array(count);
    this.heap = new Uint32Array(count);
  }

  /** @param at the place in the order of a core; @param place the one in the tree */
  add(at: number, place: number): void {
    this.places[at] = place;
    if (this.look(at)) this.rise(at);
  }

  /** The place in the tree that is reached next and, in the order, from where; null if none is. */
  nearest(): { place: number; square: number; from: number } | null {
    while (this.size > 0) {
      const from = this.heap[0]!;
      const place = this.nextPlaces[from]!;
      if (!this.search.isTaken(place)) return { place, square: this.squares[from]!, from };
      if (this.look(from)) this.sink(from);
      else if (--this.size > 0) this.sink(this.heap[this.size]!);
    }
    return null;
  }

  private look(at: number): boolean {
    const { search } = this;
    if (!search.find(this.places[at]!)) return false;
    this.nextPlaces[at] = search.place;
    this.nextRanks[at] = search.rank;
    this.squares[at] = search.square;
    return true;
  }

  private isBefore(a: number, b: number): boolean {
    const { squares, nextRanks } = this;
    if (squares[a] !== squares[b]) return squares[a]! < squares[b]!;
    return nextRanks[a] === nextRanks[b] ? a < b : nextRanks[a]! < nextRanks[b]!;
  }

  private rise(entry: number): void {
    const { heap } = this;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (this.isBefore(heap[above]!, entry)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = entry;
  }

  /** Puts an entry in the place of the top. */
  private sink(entry: number): void {
    const { heap, size } = this;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (this.isBefore(entry, heap[child]!)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = entry;
  }
}
