import { forEachBusinessIn } from './businesses-in-box.js';
import { LOCATION_KINDS } from './business.js';
import { COUNT_TILE_CELLS, tileCells, withoutEmpty, type CellCounts } from './count-tile.js';
import { degreeBox, isInBox, type DegreeBox, type MercatorBox, type Tile } from './mercator-box.js';
import type { IndexedPoints, PointColumns, PointSource } from './point-columns.js';
import { slotsInTurns, type Selection } from './selection.js';
import { Selector } from './selector.js';

/** How far the matching businesses trade from where they are registered. */
export interface OfficeDistances {
  /**
   * Metres, ascending, of those with both: from the registered office to the nearest place of trading
   * or activity on the date.
   */
  distances: Float64Array;
  onlyRegistered: number;
  onlyTrading: number;
  /** Not compared, because one of the two is at a mass address, which the selection leaves out. */
  massAddress: number;
}

const REGISTERED = LOCATION_KINDS.indexOf('registered');

/**
 * Pauses as `selectInTurns` does.
 *
 * @param box degrees, that the registered office or the place of trading lies in; null: everywhere
 * @throws {RangeError} if the box is upside down
 */
export function* measureOffices(
  { columns }: PointSource,
  selection: Selection,
  box: DegreeBox | null,
): Generator<undefined, OfficeDistances> {
  const offices = new Offices(columns, selection);
  const area = box && degreeBox(box);
  const distances: number[] = [];
  const counts = { onlyRegistered: 0, onlyTrading: 0, massAddress: 0 };
  yield* slotsInTurns(columns, (slot) => {
    const found = offices.look(slot);
    if (found === null || (area && !offices.isIn(area))) return;
    if (found === 'both') distances.push(offices.distance);
    else counts[found]++;
  });
  return { distances: Float64Array.from(distances).sort(), ...counts };
}

/**
 * Of the matching businesses with both on the grid: how many are registered in each cell of a tile
 * (`matching`), and how many have their nearest place of trading or activity there (`all`).
 *
 * @returns null if there is none of either
 * @throws {RangeError} if there is no such tile
 */
export function officeTile(
  points: IndexedPoints,
  tile: Tile,
  selection: Selection,
): CellCounts | null {
  const { columns, order } = points;
  const { box, cellOf } = tileCells(points, tile);
  const offices = new Offices(columns, selection);
  const registered = new Uint32Array(COUNT_TILE_CELLS ** 2);
  const trading = new Uint32Array(COUNT_TILE_CELLS ** 2);
  forEachBusinessIn({ columns, order }, box, (slot) => {
    if (offices.look(slot) !== 'both') return;
    if (isIn(columns, box, offices.registered)) registered[cellOf(offices.registered)]!++;
    if (isIn(columns, box, offices.trading)) trading[cellOf(offices.trading)]!++;
  });
  return withoutEmpty(registered, trading);
}

function isIn({ locations }: PointColumns, box: MercatorBox, location: number): boolean {
  return isInBox(box, locations.mercatorXs[location]!, locations.mercatorYs[location]!);
}

/** Where one business is registered and where it trades. */
export class Offices {
  /** Slots of locations; -1: none. */
  registered = -1;
  trading = -1;
  /** Metres between them. */
  distance = NaN;
  private readonly registrations: Selector;
  private readonly workplaces: Selector;

  constructor(
    private readonly columns: PointColumns,
    private readonly selection: Selection,
  ) {
    const withMass = { ...selection, massAddresses: 'include' } as const;
    this.registrations = new Selector(columns, { ...withMass, location: 'registered' }, null);
    this.workplaces = new Selector(columns, { ...withMass, location: 'best' }, null);
  }

  /** @returns which of the two there are; null where there is none that counts, or nothing that matches */
  look(slot: number): 'both' | 'onlyRegistered' | 'onlyTrading' | 'massAddress' | null {
    const { registrations, workplaces } = this;
    if (!registrations.isMatch(slot) || workplaces.select(slot) !== null) return null;
    this.registered = registrations.select(slot) === null ? registrations.locations[0]! : -1;
    this.trading = this.nearestWorkplace();
    const hasBoth = this.registered >= 0 && this.trading >= 0;
    if (this.isLeftOut(this.registered) || this.isLeftOut(this.trading)) {
      return hasBoth ? 'massAddress' : null;
    }
    if (hasBoth) return 'both';
    if (this.registered < 0 && this.trading < 0) return null; // off the grid
    return this.registered < 0 ? 'onlyTrading' : 'onlyRegistered';
  }

  isIn(box: MercatorBox): boolean {
    return [this.registered, this.trading].some((at) => at >= 0 && isIn(this.columns, box, at));
  }

  private isLeftOut(location: number): boolean {
    if (location < 0 || this.selection.massAddresses === 'include') return false;
    return this.columns.massPostcodes[this.columns.locations.postcodes[location]!] === 1;
  }

  /** At equal distance the first; -1 where `best` fell back to the registered office. */
  private nearestWorkplace(): number {
    const { kinds, eastings, northings } = this.columns.locations;
    const { locations, locationCount } = this.workplaces;
    let nearest = -1;
    this.distance = Infinity;
    for (let i = 0; i < locationCount; i++) {
      const at = locations[i]!;
      if (kinds[at] === REGISTERED) return -1;
      const dx = eastings[at]! - eastings[this.registered]!;
      const dy = northings[at]! - northings[this.registered]!;
      const metres = this.registered < 0 ? 0 : Math.hypot(dx, dy);
      if (!(metres < this.distance)) continue;
      nearest = at;
      this.distance = metres;
    }
    return nearest;
  }
}
