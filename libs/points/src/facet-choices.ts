import { bits } from './bits.js';
import { MOST_SECTORS } from './check-business.js';
import type { BusinessColumns, PointColumns } from './point-columns.js';
import type { Selection } from './selection.js';
import { SIZE_BANDS } from './size-band.js';

/** What a selection chooses of statuses, size bands and sectors, each asked by itself. */
export class FacetChoices {
  private readonly status: number | null;
  private readonly bands: number | null;
  private readonly wantedSectors: Uint8Array | null;
  private readonly mostSectors: number;
  private readonly businesses: BusinessColumns;
  private readonly sectors: Uint32Array;

  constructor(columns: PointColumns, { status, sizeBands, sectors, primaryOnly }: Selection) {
    this.status = status === null ? null : columns.statuses.indexOf(status.toLowerCase(), 1);
    this.bands = sizeBands && bits(SIZE_BANDS, sizeBands);
    this.wantedSectors = sectors;
    this.mostSectors = primaryOnly ? 1 : MOST_SECTORS;
    this.businesses = columns.businesses;
    this.sectors = columns.sectors;
  }

  hasStatus(slot: number): boolean {
    return this.status === null || this.businesses.statuses[slot] === this.status;
  }

  hasSize(slot: number): boolean {
    if (this.bands === null) return true;
    return (this.bands & (1 << this.businesses.sizeBands[slot]!)) !== 0;
  }

  hasSector(slot: number): boolean {
    if (this.wantedSectors === null) return true;
    const begin = this.businesses.sectorOffsets[slot]!;
    const end = begin + Math.min(this.businesses.sectorCounts[slot]!, this.mostSectors);
    for (let i = begin; i < end; i++) {
      if (this.wantedSectors[this.sectors[i]!] === 1) return true;
    }
    return false;
  }
}
