import { toMercator } from '@cluster-atlas/geo';
import { arrange, planArrangement } from './arrange.js';
import {
  LOCATION_KINDS,
  LOCATION_PRECISIONS,
  type StoredBusiness,
  type StoredLocation,
} from './business.js';
import { checkBusiness } from './check-business.js';
import { GrowingColumns } from './growing-columns.js';
import { MassAddresses, type MassAddress } from './mass-addresses.js';
import { worldUnit } from './mercator-box.js';
import {
  ALWAYS_BEGUN,
  NEVER_ENDED,
  NO_LOCATION,
  type IndexedPoints,
  type PointColumns,
} from './point-columns.js';
import { createBusinessTable, createLocationTable } from './point-tables.js';
import { SectorRuns } from './sector-runs.js';
import { sizeBandOf } from './size-band.js';
import { Slots } from './slots.js';
import { SourceSets } from './source-sets.js';
import { SpatialOrder, type OrderedLocations } from './spatial-order.js';
import { Statuses } from './statuses.js';
import { unplacedBits } from './unplaced.js';

const REGISTERED = LOCATION_KINDS.indexOf('registered');

/** All businesses and their locations, as columns in shared memory. */
export class PointStore implements IndexedPoints {
  private changes = 0;
  private readonly businesses = createBusinessTable();
  private readonly locations = createLocationTable();
  private readonly businessSlots = new Slots();
  private readonly locationSlots = new Slots();
  /** One more than the business's slot, by id; 0: not here. */
  private readonly places = new GrowingColumns({ slots: Uint32Array });
  private readonly sectors = new SectorRuns();
  private readonly statuses = new Statuses();
  private readonly sourceSets = new SourceSets();
  private readonly addresses = new MassAddresses();
  private readonly spatialOrder = new SpatialOrder();

  /** Grows with each change: what this store answered at the same version still holds. */
  get version(): number {
    return this.changes;
  }

  get businessCount(): number {
    return this.businessSlots.count;
  }

  get locationCount(): number {
    return this.locationSlots.count;
  }

  /** Reserved bytes of all columns per location; null before the first one. */
  get bytesPerPoint(): number | null {
    if (this.locationCount === 0) return null;
    const { businesses, locations, places, sectors, addresses, spatialOrder } = this;
    const tables = [businesses, locations, places, sectors, addresses, spatialOrder];
    return tables.reduce((sum, { byteLength }) => sum + byteLength, 0) / this.locationCount;
  }

  /** As of now: take them anew for each analysis, because growing moves them. */
  get columns(): PointColumns {
    return {
      businessSlots: this.businessSlots.used,
      businesses: this.businesses.columns,
      locations: this.locations.columns,
      sectors: this.sectors.ids,
      statuses: this.statuses.texts,
      sourceSets: this.sourceSets.sets,
      massPostcodes: this.addresses.flags,
    };
  }

  /** As of now, like the columns; sorts the locations if many have come or gone since the last. */
  get order(): OrderedLocations {
    return this.spatialOrder.read(this.locations.columns);
  }

  /**
   * Adds a business, or replaces the one of the same id.
   *
   * @throws {RangeError} on what the columns cannot hold; then nothing has changed
   */
  put(business: StoredBusiness): void {
    checkBusiness(business);
    const status = this.statuses.numberOf(business.status);
    const sourceSet = this.sourceSets.numberOf(business.sources ?? []);
    this.remove(business.id);
    this.changes++;
    const slot = this.businessSlots.take();
    this.businesses.reserve(slot + 1);
    this.places.reserve(business.id + 1);
    this.places.columns.slots[business.id] = slot + 1;
    const { columns } = this.businesses;
    columns.ids[slot] = business.id;
    columns.statuses[slot] = status;
    columns.starts[slot] = business.start ?? ALWAYS_BEGUN;
    columns.ends[slot] = business.end ?? NEVER_ENDED;
    columns.jobsLow[slot] = business.jobsLow ?? NaN;
    columns.jobsHigh[slot] = business.jobsHigh ?? NaN;
    columns.sizeBands[slot] = sizeBandOf(columns.jobsLow[slot]);
    columns.sectorOffsets[slot] = this.sectors.add(business.sectors);
    columns.sectorCounts[slot] = business.sectors.length;
    columns.sourceSets[slot] = sourceSet;
    columns.unplaced[slot] = unplacedBits(business.unplaced ?? {});
    columns.firstLocations[slot] = business.locations.reduceRight(
      (next, location) => this.addLocation(location, slot, next),
      NO_LOCATION,
    );
    this.countRegistrations(slot, 1);
  }

  /** @returns whether the business was here */
  remove(id: number): boolean {
    const slot = (this.places.columns.slots[id] ?? 0) - 1;
    if (slot < 0) return false;
    this.changes++;
    this.countRegistrations(slot, -1);
    const { ids, sectorOffsets, sectorCounts, firstLocations } = this.businesses.columns;
    const { nextLocations } = this.locations.columns;
    for (let location = firstLocations[slot]!; location >= 0; location = nextLocations[location]!) {
      this.spatialOrder.remove(location);
      this.locationSlots.release(location);
    }
    this.sectors.release(sectorOffsets[slot]!, sectorCounts[slot]!);
    this.businessSlots.release(slot);
    this.places.columns.slots[id] = 0;
    ids[slot] = 0;
    return true;
  }

  /**
   * Postcodes with more than 500 live registrations: registered locations without an end, of
   * businesses without an end. The most first, without the exempt ones.
   */
  massAddresses(): MassAddress[] {
    return this.addresses.list();
  }

  /** @param number of `PointColumns.locations.postcodes` */
  postcodeOf(number: number): string | null {
    return this.addresses.postcodeOf(number);
  }

  isMassAddress(postcode: string): boolean {
    return this.addresses.has(postcode);
  }

  /** Live registrations at a postcode, as `massAddresses` counts them. */
  registrationsAt(postcode: string): number {
    return this.addresses.registrationsAt(postcode);
  }

  /** From now on these postcodes, and only these, are no mass addresses however many register. */
  exemptMassAddresses(postcodes: Iterable<string>): void {
    this.changes++;
    this.addresses.setExempt(postcodes);
  }

  /**
   * Lays neighbours on the map side by side in memory, which makes tiles five times faster. For
   * after a bulk load: 0.7 s for 1 M, 8 s for 5 M. The answers stay the same, but every slot changes.
   */
  arrange(): void {
    const { businesses, locations, sectors } = this;
    const tables = { businesses, locations, sectors };
    const order = this.spatialOrder.readSorted(locations.columns);
    const plan = planArrangement(tables, order, this.businessSlots.used);
    this.spatialOrder.renumber(arrange(tables, plan));
    this.locationSlots.renumber(plan.locations.length);
    this.businessSlots.renumber(plan.businesses.length);
    const { ids } = businesses.columns;
    const { slots } = this.places.columns;
    for (let slot = 0; slot < plan.businesses.length; slot++) slots[ids[slot]!] = slot + 1;
  }

  private addLocation(location: StoredLocation, business: number, next: number): number {
    const slot = this.locationSlots.take();
    this.locations.reserve(slot + 1);
    const { columns } = this.locations;
    const { x, y } = toMercator(location.longitude, location.latitude);
    columns.eastings[slot] = location.easting;
    columns.northings[slot] = location.northing;
    columns.mercatorXs[slot] = worldUnit(x);
    columns.mercatorYs[slot] = worldUnit(y);
    columns.kinds[slot] = LOCATION_KINDS.indexOf(location.kind);
    columns.precisions[slot] = LOCATION_PRECISIONS.indexOf(location.precision ?? 'given');
    columns.starts[slot] = location.start ?? ALWAYS_BEGUN;
    columns.ends[slot] = location.end ?? NEVER_ENDED;
    columns.postcodes[slot] = this.addresses.numberOf(location.postcode);
    columns.businesses[slot] = business;
    columns.nextLocations[slot] = next;
    this.spatialOrder.add(slot);
    return slot;
  }

  /** A business counts once at a postcode. */
  private countRegistrations(slot: number, change: 1 | -1): void {
    const { ends, firstLocations } = this.businesses.columns;
    if (ends[slot] !== NEVER_ENDED) return;
    const { columns } = this.locations;
    const registered = new Set<number>();
    for (let at = firstLocations[slot]!; at >= 0; at = columns.nextLocations[at]!) {
      if (columns.kinds[at] === REGISTERED && columns.ends[at] === NEVER_ENDED) {
        registered.add(columns.postcodes[at]!);
      }
    }
    for (const postcode of registered) this.addresses.count(postcode, change);
  }
}
