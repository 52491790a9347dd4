import { degreeBox, type DegreeBox } from './mercator-box.js';
import type { LocationColumns, PointSource } from './point-columns.js';
import { isAtPlaceBefore } from './same-place.js';
import { slotsInTurns, type SelectedBusiness, type Selection } from './selection.js';
import { Selector } from './selector.js';

/** A postcode, or without one an exact place. */
export interface BusyAddress {
  /** As `PointColumns.locations.postcodes` numbers it; 0: none. */
  postcode: number;
  /** Metres, EPSG:27700; of its business with the least id. */
  easting: number;
  northing: number;
  /** Id of that business. */
  business: number;
  /** Matching businesses there, each once; at mass addresses too. */
  businesses: number;
}

interface Tally {
  businesses: number;
  /** Slot of the location of the business with the least id. */
  location: number;
}

/**
 * The addresses with the most matching businesses, those first, then by the least id there; whether
 * the selection leaves mass addresses out or not. Pauses as `selectInTurns` does.
 *
 * @param options.box degrees; null: everywhere
 * @throws {RangeError} if the box is upside down
 */
export function* busiestAddresses(
  { columns }: PointSource,
  selection: Selection,
  { box, most }: { box: DegreeBox | null; most: number },
): Generator<undefined, BusyAddress[]> {
  const ledger = new AddressLedger({ columns });
  const withMass = { ...selection, massAddresses: 'include' } as const;
  const selector = new Selector(columns, withMass, box && degreeBox(box));
  yield* slotsInTurns(columns, (slot) => {
    if (selector.select(slot) === null && selector.matches) ledger.count(selector);
  });
  return ledger.list(most);
}

class AddressLedger {
  /** By the number of the postcode, else by easting and northing. */
  private readonly byPostcode = new Map<number, Tally>();
  private readonly byEasting = new Map<number, Map<number, Tally>>();

  constructor(private readonly points: PointSource) {}

  count({ locations, locationCount }: SelectedBusiness): void {
    for (let i = 0; i < locationCount; i++) {
      if (!isAtAddressBefore(this.points.columns.locations, locations, i)) this.add(locations[i]!);
    }
  }

  list(most: number): BusyAddress[] {
    const { locations } = this.points.columns;
    const columns = [...this.byEasting.values()].flatMap((column) => [...column.values()]);
    return [...this.byPostcode.values(), ...columns]
      .sort(
        (a, b) =>
          b.businesses - a.businesses ||
          this.idAt(a.location) - this.idAt(b.location) ||
          locations.eastings[a.location]! - locations.eastings[b.location]! ||
          locations.northings[a.location]! - locations.northings[b.location]!,
      )
      .slice(0, most)
      .map(({ businesses, location }) => ({
        postcode: locations.postcodes[location]!,
        easting: locations.eastings[location]!,
        northing: locations.northings[location]!,
        business: this.idAt(location),
        businesses,
      }));
  }

  private add(location: number): void {
    const tally = this.tallyAt(location);
    tally.businesses++;
    if (this.idAt(location) < this.idAt(tally.location)) tally.location = location;
  }

  private tallyAt(location: number): Tally {
    const { postcodes, eastings, northings } = this.points.columns.locations;
    const postcode = postcodes[location]!;
    if (postcode > 0) return tallyOf(this.byPostcode, postcode, location);
    const easting = eastings[location]!;
    const column = this.byEasting.get(easting) ?? new Map<number, Tally>();
    this.byEasting.set(easting, column);
    return tallyOf(column, northings[location]!, location);
  }

  private idAt(location: number): number {
    const { businesses, locations } = this.points.columns;
    return businesses.ids[locations.businesses[location]!]!;
  }
}

function tallyOf(tallies: Map<number, Tally>, key: number, location: number): Tally {
  const tally = tallies.get(key) ?? { businesses: 0, location };
  tallies.set(key, tally);
  return tally;
}

/** Whether location i of a list has the address of one before it. */
function isAtAddressBefore(columns: LocationColumns, locations: Int32Array, i: number): boolean {
  const { postcodes } = columns;
  const postcode = postcodes[locations[i]!]!;
  if (postcode === 0) return isAtPlaceBefore(columns, locations, i);
  return locations.subarray(0, i).some((other) => postcodes[other] === postcode);
}
