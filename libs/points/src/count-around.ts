import type { PointSource } from './point-columns.js';
import { selectInTurns, type SelectedBusiness, type Selection } from './selection.js';

/** n places to count around. */
export interface Centres {
  /** Metres, EPSG:27700. */
  eastings: Float64Array;
  northings: Float64Array;
  /** Metres, inclusive, ascending. */
  radii: readonly number[];
}

/**
 * How many matching businesses lie within each radius of each centre, in one pass; a business counts
 * once in a disc. Pauses as `selectInTurns` does.
 *
 * @returns n x radii
 * @throws {RangeError} if the radii are not positive and ascending
 */
export function* countAround(
  points: PointSource,
  selection: Selection,
  centres: Centres,
): Generator<undefined, Uint32Array> {
  const counter = new DiscCounter(points, centres);
  yield* selectInTurns(points, selection, (business) => {
    if (business.matches) counter.add(business);
  });
  return counter.counts;
}

/** More than any grid has rows. */
const ROWS = 2 ** 26;

class DiscCounter {
  readonly counts: Uint32Array;
  /** Centres by the square, as wide as the greatest radius, that they lie in. */
  private readonly squares = new Map<number, number[]>();
  private readonly reach: number;
  /** Squared metres from the present business to each centre; those in `reached` alone hold. */
  private readonly nearest: Float64Array;
  private reached: number[] = [];

  constructor(
    private readonly points: PointSource,
    private readonly centres: Centres,
  ) {
    const { eastings, northings, radii } = centres;
    if (!radii.every((radius, i) => radius > (radii[i - 1] ?? 0))) {
      throw new RangeError(`Radii ${radii.join(', ')} are not positive and ascending`);
    }
    this.reach = radii.at(-1) ?? 0;
    this.counts = new Uint32Array(eastings.length * radii.length);
    this.nearest = new Float64Array(eastings.length).fill(Infinity);
    for (let centre = 0; centre < eastings.length; centre++) {
      const square = this.squareOf(eastings[centre]!, northings[centre]!);
      const others = this.squares.get(square);
      if (others) others.push(centre);
      else this.squares.set(square, [centre]);
    }
  }

  add({ locations, locationCount }: SelectedBusiness): void {
    for (let i = 0; i < locationCount; i++) this.look(locations[i]!);
    const { radii } = this.centres;
    for (const centre of this.reached) {
      const squared = this.nearest[centre]!;
      for (let i = radii.length - 1; i >= 0 && squared <= radii[i]! * radii[i]!; i--) {
        this.counts[centre * radii.length + i]!++;
      }
      this.nearest[centre] = Infinity;
    }
    this.reached = [];
  }

  /** A location off the grid is in no square. */
  private look(location: number): void {
    const { eastings, northings } = this.points.columns.locations;
    const easting = eastings[location]!;
    const northing = northings[location]!;
    const square = this.squareOf(easting, northing);
    for (let column = -1; column <= 1; column++) {
      for (let row = -1; row <= 1; row++) {
        for (const centre of this.squares.get(square + column * ROWS + row) ?? []) {
          this.measure(centre, easting, northing);
        }
      }
    }
  }

  private measure(centre: number, easting: number, northing: number): void {
    const dx = easting - this.centres.eastings[centre]!;
    const dy = northing - this.centres.northings[centre]!;
    const squared = dx * dx + dy * dy;
    if (squared > this.reach * this.reach || squared >= this.nearest[centre]!) return;
    if (this.nearest[centre] === Infinity) this.reached.push(centre);
    this.nearest[centre] = squared;
  }

  private squareOf(easting: number, northing: number): number {
    return Math.floor(easting / this.reach) * ROWS + Math.floor(northing / this.reach);
  }
}
