import type { PointColumns } from './point-columns.js';

/** The group of each sector, by sector id; 0 or beyond the end: none. */
export type Grouping = Uint16Array;

/** Counts businesses by the groups of their sectors, a business once in each group. */
export class GroupCounts {
  /** Businesses with one sector, by that sector: they need no look at the groups until the end. */
  private readonly single: Uint32Array;
  private readonly counts: Uint32Array[];

  constructor(
    private readonly columns: PointColumns,
    private readonly groupings: readonly Grouping[],
    private readonly primaryOnly: boolean,
  ) {
    this.single = new Uint32Array(Math.max(0, ...groupings.map(({ length }) => length)));
    this.counts = groupings.map((groupOf) => new Uint32Array(1 + greatest(groupOf)));
  }

  add(slot: number): void {
    const { sectorOffsets, sectorCounts } = this.columns.businesses;
    const count = sectorCounts[slot]!;
    const begin = sectorOffsets[slot]!;
    if (count === 0) return;
    if (count === 1 || this.primaryOnly) this.countSingle(this.columns.sectors[begin]!);
    else for (let i = 0; i < this.groupings.length; i++) this.addTo(i, begin, begin + count);
  }

  /** For each grouping the counts by group number; at 0 nothing. */
  list(): Uint32Array[] {
    return this.groupings.map((groupOf, i) => {
      const counts = this.counts[i]!.slice();
      groupOf.forEach((group, sector) => {
        if (group !== 0) counts[group]! += this.single[sector]!;
      });
      return counts;
    });
  }

  private countSingle(sector: number): void {
    if (sector < this.single.length) this.single[sector]!++;
  }

  private addTo(grouping: number, begin: number, end: number): void {
    const { sectors } = this.columns;
    const groupOf = this.groupings[grouping]!;
    const counts = this.counts[grouping]!;
    for (let i = begin; i < end; i++) {
      const group = groupOf[sectors[i]!] ?? 0;
      if (group === 0) continue;
      let before = begin;
      while (groupOf[sectors[before]!] !== group) before++;
      if (before === i) counts[group]!++;
    }
  }
}

function greatest(values: Uint16Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
