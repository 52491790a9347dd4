import { LOCATION_PRECISIONS, type UnplacedReason } from './business.js';
import { degreeBox, type DegreeBox } from './mercator-box.js';
import type { PointSource } from './point-columns.js';
import { slotsInTurns, type Selection } from './selection.js';
import { Selector } from './selector.js';
import { SIZE_BANDS } from './size-band.js';
import { unplacedReason } from './unplaced.js';

/** Numbers of businesses that match a selection, on its date. */
export interface Coverage {
  /** That count at one of their places, in the box. */
  onMap: number;
  /** Of `onMap`, by place in LOCATION_PRECISIONS of the best known of these places. */
  byPrecision: Uint32Array;
  /** In the box, but only at mass addresses, which the selection leaves out. */
  massAddress: number;
  /** Without a place to count at, wherever they may be. */
  unplaced: Record<PlacelessReason, number>;
  /** Of those asked about: `onMap` and `massAddress`, and without a box `unplaced` too. */
  withSector: number;
  withSize: number;
  /** Of the same, by the sources that name them; no set is empty of businesses. */
  bySources: { sources: readonly number[]; businesses: number }[];
}

/** `otherPlace`: it has a place, but of another kind than the selection asks for, or at another time. */
export type PlacelessReason = UnplacedReason | 'noAddress' | 'otherPlace';

const UNKNOWN_SIZE = SIZE_BANDS.indexOf('unknown');

/**
 * How much of a selection is on the map, and how well it is known; pauses as `selectInTurns` does.
 *
 * @param box degrees; null: everywhere
 * @throws {RangeError} if the box is upside down
 */
export function* measureCoverage(
  { columns }: PointSource,
  selection: Selection,
  box: DegreeBox | null,
): Generator<undefined, Coverage> {
  const selector = new Selector(columns, selection, box && degreeBox(box));
  const counter = new CoverageCounter({ columns }, selection);
  yield* slotsInTurns(columns, (slot) => {
    if (!selector.isMatch(slot)) return;
    const reason = selector.select(slot);
    if (reason === null) counter.addPlaced(selector);
    else if (reason === 'massAddress') counter.coverage.massAddress++;
    else if (reason === 'noLocation') counter.addUnplaced(slot);
    else return;
    if (reason !== 'noLocation' || box === null) counter.describe(slot);
  });
  return counter.finish();
}

class CoverageCounter {
  readonly coverage: Omit<Coverage, 'bySources'> = {
    onMap: 0,
    byPrecision: new Uint32Array(LOCATION_PRECISIONS.length),
    massAddress: 0,
    unplaced: {
      noAddress: 0,
      noPostcode: 0,
      unreadablePostcode: 0,
      unknownPostcode: 0,
      otherPlace: 0,
    },
    withSector: 0,
    withSize: 0,
  };
  private readonly sets: Uint32Array;

  constructor(
    private readonly points: PointSource,
    private readonly selection: Selection,
  ) {
    this.sets = new Uint32Array(points.columns.sourceSets.length);
  }

  addPlaced({ locations, locationCount }: Pick<Selector, 'locations' | 'locationCount'>): void {
    const { precisions } = this.points.columns.locations;
    let best = LOCATION_PRECISIONS.length - 1;
    for (let i = 0; i < locationCount; i++) best = Math.min(best, precisions[locations[i]!]!);
    this.coverage.onMap++;
    this.coverage.byPrecision[best]!++;
  }

  addUnplaced(slot: number): void {
    const { unplaced, firstLocations } = this.points.columns.businesses;
    const { location } = this.selection;
    const kinds =
      location === 'best' ? (['trading', 'activity', 'registered'] as const) : [location];
    const isElsewhere = firstLocations[slot]! >= 0 || unplaced[slot] !== 0;
    const reason =
      unplacedReason(unplaced[slot]!, kinds) ?? (isElsewhere ? 'otherPlace' : 'noAddress');
    this.coverage.unplaced[reason]++;
  }

  describe(slot: number): void {
    const { sectorCounts, sizeBands, sourceSets } = this.points.columns.businesses;
    if (sectorCounts[slot]! > 0) this.coverage.withSector++;
    if (sizeBands[slot] !== UNKNOWN_SIZE) this.coverage.withSize++;
    this.sets[sourceSets[slot]!]!++;
  }

  finish(): Coverage {
    const bySources = this.points.columns.sourceSets
      .map((sources, number) => ({ sources, businesses: this.sets[number] ?? 0 }))
      .filter(({ businesses }) => businesses > 0);
    return { ...this.coverage, bySources };
  }
}
