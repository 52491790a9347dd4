import { forEachBusinessIn } from './businesses-in-box.js';
import type { LocationKind } from './business.js';
import type { MercatorBox } from './mercator-box.js';
import type { IndexedPoints, PointColumns, PointSource } from './point-columns.js';
import { Selector } from './selector.js';
import type { SizeBand } from './size-band.js';

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
  const { ids } = columns.businesses;
  const { look, excluded } = sift(new Selector(columns, selection, null), visit);
  for (let slot = 0; slot < columns.businessSlots; slot++) {
    if (ids[slot] !== 0) look(slot);
  }
  return excluded;
}

/** Slots between two turns: a few milliseconds. */
const SLOTS_AT_ONCE = 1 << 16;

/**
 * Visits as `forEachSelected` does, and pauses so often that a caller can let others have their turn.
 * What is written to the store meanwhile may or may not be seen.
 */
export function* selectInTurns(
  { columns }: PointSource,
  selection: Selection,
  visit: (business: SelectedBusiness) => void,
): Generator<undefined, Excluded> {
  const { look, excluded } = sift(new Selector(columns, selection, null), visit);
  yield* slotsInTurns(columns, look);
  return excluded;
}

/** Visits every slot of a business, and pauses as `selectInTurns` does. */
export function* slotsInTurns(
  { businesses: { ids }, businessSlots }: PointColumns,
  look: (slot: number) => void,
): Generator<undefined, void> {
  for (let slot = 0; slot < businessSlots; slot++) {
    if (ids[slot] !== 0) look(slot);
    if (slot % SLOTS_AT_ONCE === SLOTS_AT_ONCE - 1) yield;
  }
}

/**
 * Visits once each business that `forEachSelected` would visit at a location in the box; its
 * `locations` are those in the box.
 *
 * In an order that depends on the history of the store.
 *
 * @param options.box null: everywhere
 * @returns of the businesses with a location of any kind in the box
 */
export function forEachSelectedIn(
  points: IndexedPoints,
  { selection, box }: { selection: Selection; box: MercatorBox | null },
  visit: (business: SelectedBusiness) => void,
): Excluded {
  if (box === null) return forEachSelected(points, selection, visit);
  const { columns, order } = points;
  const { look, excluded } = sift(new Selector(columns, selection, box), visit);
  forEachBusinessIn({ columns, order }, box, look);
  return excluded;
}

function sift(selector: Selector, visit: (business: SelectedBusiness) => void) {
  const excluded: Excluded = { notAlive: 0, status: 0, noLocation: 0, massAddress: 0 };
  const look = (slot: number): void => {
    const reason = selector.select(slot);
    if (reason === null) visit(selector);
    else if (reason !== 'elsewhere') excluded[reason]++;
  };
  return { look, excluded };
}
