import type { LocationKind } from './business.js';
import { LOCATION_KINDS } from './business.js';
import type {
  BusinessColumns,
  LocationColumns,
  PointColumns,
  PointSource,
} from './point-columns.js';
import { SIZE_BANDS, sizeBandOf, type SizeBand } from './size-band.js';

export interface Selection {
  /** 1 at each sector id that matches; null: every business matches. */
  sectors: Uint8Array | null;
  /** Match by the first sector only. */
  primaryOnly: boolean;
  /** Bands that match; null: all. */
  sizeBands: readonly SizeBand[] | null;
  /** The whole text in any case; null: all still on the register. */
  status: string | null;
  /** `best`: the trading and activity locations valid at the date, else the registered one. */
  location: LocationKind | 'best';
  /** Days since 1970-01-01. */
  date: number;
  massAddresses: 'include' | 'exclude';
}

/** A business that counts, at one or more locations. One object serves all calls. */
export interface SelectedBusiness {
  readonly slot: number;
  /** Whether sectors and size match too. */
  readonly matches: boolean;
  /** Slots of the locations at which it counts, the first `locationCount` of the array. */
  readonly locations: Int32Array;
  readonly locationCount: number;
}

/** How many businesses do not count, each under the first reason that holds. */
export interface Excluded {
  notAlive: number;
  status: number;
  noLocation: number;
  massAddress: number;
}

/**
 * Visits every business that is alive at the date, has the status, and has a location of the
 * wanted kind; sectors and size do not exclude, they set `matches`.
 *
 * In the order of the slots, which depends on the history of the store: sort what must be definite.
 */
export function forEachSelected(
  { columns }: PointSource,
  selection: Selection,
  visit: (business: SelectedBusiness) => void,
): Excluded {
  const selector = new Selector(columns, selection);
  const excluded: Excluded = { notAlive: 0, status: 0, noLocation: 0, massAddress: 0 };
  const { ids } = columns.businesses;
  for (let slot = 0; slot < columns.businessSlots; slot++) {
    if (ids[slot] === 0) continue;
    const reason = selector.select(slot);
    if (reason === null) visit(selector);
    else excluded[reason]++;
  }
  return excluded;
}

/** The rules of one selection, and the business that it looked at last. */
class Selector implements SelectedBusiness {
  slot = 0;
  matches = false;
  locations = new Int32Array(16);
  locationCount = 0;

  private readonly date: number;
  private readonly status: number | null;
  private readonly wantedKinds: number;
  private readonly otherwiseKinds: number;
  private readonly bands: number | null;
  private readonly wantedSectors: Uint8Array | null;
  private readonly mostSectors: number;
  private readonly massPostcodes: Uint8Array | null;
  private readonly businesses: BusinessColumns;
  private readonly placed: LocationColumns;
  private readonly sectors: Uint16Array;

  constructor(columns: PointColumns, selection: Selection) {
    const { status, location, sizeBands } = selection;
    this.date = selection.date;
    this.status = status === null ? null : columns.statuses.indexOf(status.toLowerCase(), 1);
    this.wantedKinds = bits(LOCATION_KINDS, wantedKinds(location));
    this.otherwiseKinds = location === 'best' ? bits(LOCATION_KINDS, ['registered']) : 0;
    this.bands = sizeBands && bits(SIZE_BANDS, sizeBands);
    this.wantedSectors = selection.sectors;
    this.mostSectors = selection.primaryOnly ? 1 : 255;
    this.massPostcodes = selection.massAddresses === 'exclude' ? columns.massPostcodes : null;
    this.businesses = columns.businesses;
    this.placed = columns.locations;
    this.sectors = columns.sectors;
  }

  /** @returns why the business does not count; null if it does */
  select(slot: number): keyof Excluded | null {
    const { starts, ends, statuses } = this.businesses;
    if (starts[slot]! > this.date || ends[slot]! <= this.date) return 'notAlive';
    if (this.status !== null && statuses[slot] !== this.status) return 'status';
    this.chooseLocations(slot, this.wantedKinds);
    if (this.locationCount === 0) this.chooseLocations(slot, this.otherwiseKinds);
    if (this.locationCount === 0) return 'noLocation';
    if (this.massPostcodes) this.dropMassAddresses(this.massPostcodes);
    if (this.locationCount === 0) return 'massAddress';
    this.slot = slot;
    this.matches = this.matchesSize(slot) && this.matchesSector(slot);
    return null;
  }

  private chooseLocations(slot: number, kindBits: number): void {
    const { kinds, starts, ends, nextLocations } = this.placed;
    let count = 0;
    let at = this.businesses.firstLocations[slot]!;
    for (; at >= 0; at = nextLocations[at]!) {
      if ((kindBits & (1 << kinds[at]!)) === 0) continue;
      if (starts[at]! > this.date || ends[at]! <= this.date) continue;
      if (count === this.locations.length) this.makeRoom();
      this.locations[count++] = at;
    }
    this.locationCount = count;
  }

  private dropMassAddresses(massPostcodes: Uint8Array): void {
    const { postcodes } = this.placed;
    let kept = 0;
    for (let i = 0; i < this.locationCount; i++) {
      const at = this.locations[i]!;
      if (massPostcodes[postcodes[at]!] !== 1) this.locations[kept++] = at;
    }
    this.locationCount = kept;
  }

  private matchesSize(slot: number): boolean {
    if (this.bands === null) return true;
    return (this.bands & (1 << sizeBandOf(this.businesses.jobsLow[slot]!))) !== 0;
  }

  private matchesSector(slot: number): boolean {
    if (this.wantedSectors === null) return true;
    const begin = this.businesses.sectorOffsets[slot]!;
    const end = begin + Math.min(this.businesses.sectorCounts[slot]!, this.mostSectors);
    for (let i = begin; i < end; i++) {
      if (this.wantedSectors[this.sectors[i]!] === 1) return true;
    }
    return false;
  }

  private makeRoom(): void {
    const larger = new Int32Array(2 * this.locations.length);
    larger.set(this.locations);
    this.locations = larger;
  }
}

function wantedKinds(location: Selection['location']): readonly LocationKind[] {
  return location === 'best' ? ['trading', 'activity'] : [location];
}

/** Bit i is set where item i of `all` is among the `wanted`. */
function bits<Item>(all: readonly Item[], wanted: readonly Item[]): number {
  return all.reduce((sum, item, i) => sum + (wanted.includes(item) ? 1 << i : 0), 0);
}
