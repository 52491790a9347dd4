import { toMercator } from '@cluster-atlas/geo';
import { LOCATION_KINDS, type StoredBusiness, type StoredLocation } from './business.js';
import { GrowingColumns } from './growing-columns.js';
import { MassAddresses, type MassAddress } from './mass-addresses.js';
import {
  ALWAYS_BEGUN,
  NEVER_ENDED,
  NO_LOCATION,
  type PointColumns,
  type PointSource,
} from './point-columns.js';
import { SectorRuns } from './sector-runs.js';
import { Slots } from './slots.js';
import { Statuses } from './statuses.js';

const REGISTERED = LOCATION_KINDS.indexOf('registered');

/** All businesses and their locations, as columns in shared memory. */
export class PointStore implements PointSource {
  private readonly businesses = new GrowingColumns({
    ids: Uint32Array,
    statuses: Uint16Array,
    starts: Int32Array,
    ends: Int32Array,
    jobsLow: Float32Array,
    jobsHigh: Float32Array,
    sectorOffsets: Uint32Array,
    sectorCounts: Uint8Array,
    firstLocations: Int32Array,
  });
  private readonly locations = new GrowingColumns({
    eastings: Float64Array,
    northings: Float64Array,
    mercatorXs: Uint32Array,
    mercatorYs: Uint32Array,
    kinds: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    postcodes: Uint32Array,
    businesses: Uint32Array,
    nextLocations: Int32Array,
  });
  private readonly businessSlots = new Slots();
  private readonly locationSlots = new Slots();
  /** One more than the business's slot, by id; 0: not here. */
  private readonly places = new GrowingColumns({ slots: Uint32Array });
  private readonly sectors = new SectorRuns();
  private readonly statuses = new Statuses();
  private readonly addresses = new MassAddresses();

  get businessCount(): number {
    return this.businessSlots.count;
  }

  get locationCount(): number {
    return this.locationSlots.count;
  }

  /** Reserved bytes of all columns per location; null before the first one. */
  get bytesPerPoint(): number | null {
    if (this.locationCount === 0) return null;
    const tables = [this.businesses, this.locations, this.places, this.sectors, this.addresses];
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
      massPostcodes: this.addresses.flags,
    };
  }

  /**
   * Adds a business, or replaces the one of the same id.
   *
   * @throws {RangeError} on what the columns cannot hold; then nothing has changed
   */
  put(business: StoredBusiness): void {
    check(business);
    const status = this.statuses.numberOf(business.status);
    this.remove(business.id);
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
    columns.sectorOffsets[slot] = this.sectors.add(business.sectors);
    columns.sectorCounts[slot] = business.sectors.length;
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
    this.countRegistrations(slot, -1);
    const { ids, sectorOffsets, sectorCounts, firstLocations } = this.businesses.columns;
    const { nextLocations } = this.locations.columns;
    for (let location = firstLocations[slot]!; location >= 0; location = nextLocations[location]!) {
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

  /** From now on these postcodes, and only these, are no mass addresses however many register. */
  exemptMassAddresses(postcodes: Iterable<string>): void {
    this.addresses.setExempt(postcodes);
  }

  private addLocation(location: StoredLocation, business: number, next: number): number {
    const slot = this.locationSlots.take();
    this.locations.reserve(slot + 1);
    const { columns } = this.locations;
    const { x, y } = toMercator(location.longitude, location.latitude);
    columns.eastings[slot] = location.easting;
    columns.northings[slot] = location.northing;
    columns.mercatorXs[slot] = Math.min(x * 2 ** 32, 2 ** 32 - 1);
    columns.mercatorYs[slot] = Math.min(y * 2 ** 32, 2 ** 32 - 1);
    columns.kinds[slot] = LOCATION_KINDS.indexOf(location.kind);
    columns.starts[slot] = location.start ?? ALWAYS_BEGUN;
    columns.ends[slot] = location.end ?? NEVER_ENDED;
    columns.postcodes[slot] = this.addresses.numberOf(location.postcode);
    columns.businesses[slot] = business;
    columns.nextLocations[slot] = next;
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

function check({ id, sectors, locations }: StoredBusiness): void {
  if (!Number.isInteger(id) || id < 1 || id >= 2 ** 31) {
    throw new RangeError(`Business id ${id} is not an integer from 1 to 2^31 - 1`);
  }
  if (sectors.length > 255) throw new RangeError(`${sectors.length} sectors, at most 255`);
  const odd = sectors.find((sector) => !Number.isInteger(sector) || sector < 1 || sector > 65535);
  if (odd !== undefined) throw new RangeError(`Sector ${odd} is not an integer from 1 to 65535`);
  for (const { longitude, latitude } of locations) {
    if (!Number.isFinite(longitude + latitude)) {
      throw new RangeError(`Position ${longitude}, ${latitude} of business ${id} is not finite`);
    }
  }
}
