import { GrowingColumns } from './growing-columns.js';

/** The sector ids of all businesses end to end; a run that is freed serves the next of its length. */
export class SectorRuns {
  private readonly pool = new GrowingColumns({ ids: Uint16Array });
  private readonly freeByLength = new Map<number, number[]>();
  private used = 0;

  get ids(): Uint16Array {
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
}
