import { bits } from './bits.js';
import { LOCATION_KINDS, type LocationKind } from './business.js';
import { FacetChoices } from './facet-choices.js';
import { isInBox, type MercatorBox } from './mercator-box.js';
import type { BusinessColumns, LocationColumns, PointColumns } from './point-columns.js';
import type { Excluded, SelectedBusiness, Selection } from './selection.js';

/** The rules of one selection, everywhere or in a box, and the business looked at last. */
export class Selector implements SelectedBusiness {
  slot = 0;
  matches = false;
  locations = new Int32Array(16);
  locationCount = 0;

  private readonly date: number;
  private readonly choices: FacetChoices;
  private readonly wantedKinds: number;
  private readonly otherwiseKinds: number;
  private readonly massPostcodes: Uint8Array | null;
  private readonly businesses: BusinessColumns;
  private readonly placed: LocationColumns;

  constructor(
    columns: PointColumns,
    selection: Selection,
    private readonly box: MercatorBox | null,
  ) {
    const { location } = selection;
    this.date = selection.date;
    this.choices = new FacetChoices(columns, selection);
    this.wantedKinds = bits(LOCATION_KINDS, wantedKinds(location));
    this.otherwiseKinds = location === 'best' ? bits(LOCATION_KINDS, ['registered']) : 0;
    this.massPostcodes = selection.massAddresses === 'exclude' ? columns.massPostcodes : null;
    this.businesses = columns.businesses;
    this.placed = columns.locations;
  }

  /** @returns why the business does not count; null if it does */
  select(slot: number): keyof Excluded | 'elsewhere' | null {
    const { starts, ends } = this.businesses;
    if (starts[slot]! > this.date || ends[slot]! <= this.date) return 'notAlive';
    if (!this.choices.hasStatus(slot)) return 'status';
    this.chooseLocations(slot, this.wantedKinds);
    if (this.locationCount === 0) this.chooseLocations(slot, this.otherwiseKinds);
    if (this.locationCount === 0) return 'noLocation';
    if (this.box) this.dropOutside(this.box);
    if (this.locationCount === 0) return 'elsewhere';
    if (this.massPostcodes) this.dropMassAddresses(this.massPostcodes);
    if (this.locationCount === 0) return 'massAddress';
    this.slot = slot;
    this.matches = this.isMatch(slot);
    return null;
  }

  /** Whether sectors and size match, of a business that does not count too. */
  isMatch(slot: number): boolean {
    return this.choices.hasSize(slot) && this.choices.hasSector(slot);
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

  private dropOutside(box: MercatorBox): void {
    const { mercatorXs, mercatorYs } = this.placed;
    let kept = 0;
    for (let i = 0; i < this.locationCount; i++) {
      const at = this.locations[i]!;
      if (isInBox(box, mercatorXs[at]!, mercatorYs[at]!)) this.locations[kept++] = at;
    }
    this.locationCount = kept;
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

  private makeRoom(): void {
    const larger = new Int32Array(2 * this.locations.length);
    larger.set(this.locations);
    this.locations = larger;
  }
}

function wantedKinds(location: Selection['location']): readonly LocationKind[] {
  return location === 'best' ? ['trading', 'activity'] : [location];
}
