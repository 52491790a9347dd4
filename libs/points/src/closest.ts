import { orderByDistance } from './order-by-distance.js';

/** A place in the order by distance and then id. */
export interface DistanceRank {
  /** Metres. */
  distance: number;
  id: number;
}

/** So many candidates more than wanted are collected before the farthest are dropped. */
const SLACK = 4096;

/** The nearest few of many, in constant memory and without sorting the others. */
export class Closest {
  private readonly distances: Float64Array;
  private readonly ids: Uint32Array;
  private readonly locations: Uint32Array;
  private count = 0;
  /** Once there are enough: the last of the nearest so far. */
  private farthest: DistanceRank | null = null;

  constructor(private readonly wanted: number) {
    this.distances = new Float64Array(wanted + SLACK);
    this.ids = new Uint32Array(wanted + SLACK);
    this.locations = new Uint32Array(wanted + SLACK);
  }

  /** @param location its slot */
  add(rank: DistanceRank, location: number): void {
    if (this.farthest && !isAfter(this.farthest, rank)) return;
    if (this.count === this.ids.length) this.drop();
    this.distances[this.count] = rank.distance;
    this.ids[this.count] = rank.id;
    this.locations[this.count++] = location;
  }

  /** The nearest first, in parallel arrays. */
  list(): { distances: Float64Array; ids: Uint32Array; locations: Uint32Array } {
    this.drop();
    return {
      distances: this.distances.slice(0, this.count),
      ids: this.ids.slice(0, this.count),
      locations: this.locations.slice(0, this.count),
    };
  }

  private drop(): void {
    const distances = this.distances.slice(0, this.count);
    const ids = this.ids.slice(0, this.count);
    const locations = this.locations.slice(0, this.count);
    const kept = orderByDistance(distances, ids).subarray(0, this.wanted);
    kept.forEach((from, to) => {
      this.distances[to] = distances[from]!;
      this.ids[to] = ids[from]!;
      this.locations[to] = locations[from]!;
    });
    this.count = kept.length;
    if (this.count < this.wanted) return;
    const last = this.count - 1;
    this.farthest = { distance: this.distances[last]!, id: this.ids[last]! };
  }
}

/** Whether `a` comes after `b`. */
export function isAfter(a: DistanceRank, b: DistanceRank): boolean {
  return a.distance > b.distance || (a.distance === b.distance && a.id > b.id);
}
