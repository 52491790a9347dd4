import type { Grouping } from './group-counts.js';
import type { PointSource } from './point-columns.js';
import {
  selectInTurns,
  type Excluded,
  type SelectedBusiness,
  type Selection,
} from './selection.js';
import { SIZE_BANDS } from './size-band.js';

/** Which area each location lies in, and how sectors are grouped. */
export interface AreaDivision {
  areas: number;
  /** By slot of the location; -1 or beyond the end: none. */
  areaOf: Int32Array;
  groupOf: Grouping;
  /** One more than the greatest group. */
  groups: number;
}

/** Numbers of businesses in each area; a business counts once in each area that it has a place in. */
export interface AreaCounts {
  all: Uint32Array;
  matching: Uint32Array;
  /** Sums over the matching businesses that state jobs; an open range adds its lower bound. */
  jobsLow: Float64Array;
  jobsHigh: Float64Array;
  /** Matching businesses that state jobs. */
  stated: Uint32Array;
  /** Of the matching, areas x SIZE_BANDS. */
  bands: Uint32Array;
  /** Of all, areas x groups, by first sector; group 0: none. */
  groups: Uint32Array;
  /** Everywhere, each business once. */
  base: { all: number; matching: number; bands: Uint32Array; groups: Uint32Array };
  /** Of the base, those with no place in any area. */
  outside: { all: number; matching: number };
  excluded: Excluded;
}

/** Counts by area in one pass, which pauses as `selectInTurns` does. */
export function* countByArea(
  points: PointSource,
  selection: Selection,
  division: AreaDivision,
): Generator<undefined, AreaCounts> {
  const counter = new AreaCounter(points, division);
  const excluded = yield* selectInTurns(points, selection, (business) => counter.add(business));
  return { ...counter.counts, excluded };
}

class AreaCounter {
  readonly counts: Omit<AreaCounts, 'excluded'>;
  /** One more than the slot of the business that was counted last in each area. */
  private readonly lastCounted: Uint32Array;

  constructor(
    private readonly points: PointSource,
    private readonly division: AreaDivision,
  ) {
    const { areas, groups } = division;
    this.lastCounted = new Uint32Array(areas);
    this.counts = {
      all: new Uint32Array(areas),
      matching: new Uint32Array(areas),
      jobsLow: new Float64Array(areas),
      jobsHigh: new Float64Array(areas),
      stated: new Uint32Array(areas),
      bands: new Uint32Array(areas * SIZE_BANDS.length),
      groups: new Uint32Array(areas * groups),
      base: {
        ...{ all: 0, matching: 0 },
        bands: new Uint32Array(SIZE_BANDS.length),
        groups: new Uint32Array(groups),
      },
      outside: { all: 0, matching: 0 },
    };
  }

  add(business: SelectedBusiness): void {
    const { base, outside } = this.counts;
    const { slot, matches, locations, locationCount } = business;
    const { businesses, sectors } = this.points.columns;
    const first =
      businesses.sectorCounts[slot]! > 0 ? sectors[businesses.sectorOffsets[slot]!]! : 0;
    const group = this.division.groupOf[first] ?? 0;
    const band = businesses.sizeBands[slot]!;
    base.all++;
    base.groups[group]!++;
    if (matches) {
      base.matching++;
      base.bands[band]!++;
    }
    let isInside = false;
    for (let i = 0; i < locationCount; i++) {
      const area = this.division.areaOf[locations[i]!] ?? -1;
      if (area < 0) continue;
      isInside = true;
      if (this.lastCounted[area] === slot + 1) continue;
      this.lastCounted[area] = slot + 1;
      this.addTo(area, { slot, matches, group, band });
    }
    if (isInside) return;
    outside.all++;
    if (matches) outside.matching++;
  }

  private addTo(
    area: number,
    { slot, matches, group, band }: { slot: number; matches: boolean; group: number; band: number },
  ): void {
    const { counts } = this;
    counts.all[area]!++;
    counts.groups[area * this.division.groups + group]!++;
    if (!matches) return;
    counts.matching[area]!++;
    counts.bands[area * SIZE_BANDS.length + band]!++;
    const { jobsLow, jobsHigh } = this.points.columns.businesses;
    const low = jobsLow[slot]!;
    if (Number.isNaN(low)) return;
    counts.stated[area]!++;
    counts.jobsLow[area]! += low;
    counts.jobsHigh[area]! += Number.isNaN(jobsHigh[slot]!) ? low : jobsHigh[slot]!;
  }
}
