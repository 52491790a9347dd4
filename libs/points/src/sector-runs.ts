import { GrowingColumns } from './growing-columns.js';

/** The sector ids of all businesses end to end; a run that is freed serves the next of its length. */
export class SectorRuns {
  private pool = new GrowingColumns({ ids: Uint32Array });
  private readonly freeByLength = new Map<number, number[]>();
  private used = 0;

  get ids(): Uint32Array {
    return this.pool.columns.ids;
  }

  get byteLength(): number {
    return this.pool.byteLength;
  }

  /** @returns where the run begins in `ids` */
  add(sectors: readonly number[]): number {
    let offset = this.freeByLength.get(sectors.length)?.pop();
    if (offset === undefined) {
      offset = this.used;
      this.used += sectors.length;
      this.pool.reserve(this.used);
    }
    this.ids.set(sectors, offset);
    return offset;
  }

  release(offset: number, length: number): void {
    const free = this.freeByLength.get(length);
    if (free) free.push(offset);
    else this.freeByLength.set(length, [offset]);
  }

  /**
   * Lays the runs end to end in the order given, without the freed ones.
   *
   * @param offsets where the runs begin; then where they begin now
   */
  rearrange(offsets: Uint32Array, lengths: Uint8Array): void {
    const former = this.ids;
    this.pool = new GrowingColumns({ ids: Uint32Array });
    this.pool.reserve(this.used);
    this.freeByLength.clear();
    const { ids } = this;
    let used = 0;
    for (let i = 0; i < offsets.length; i++) {
      const begin = offsets[i]!;
      offsets[i] = used;
      for (let j = begin; j < begin + lengths[i]!; j++) ids[used++] = former[j]!;
    }
    this.used = used;
  }
}
