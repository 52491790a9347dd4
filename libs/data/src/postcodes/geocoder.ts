import { postcodeOutcode, postcodeSector } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';
import type { LocationPrecision } from '../businesses/business-location.entity.js';

/** Metres in EPSG:27700 beside degrees in EPSG:4326, and how the place was found. */
export interface Position {
  easting: number;
  northing: number;
  longitude: number;
  latitude: number;
  precision: LocationPrecision;
}

type PostcodeRow = Omit<Position, 'precision'> & { code: string };

/** Keeps memory flat on a national file; a register repeats its postcodes within reach. */
const MOST_REMEMBERED = 200_000;

/** Places postcodes: by the unit, else by the mean of its sector, else of its outcode. */
export class Geocoder {
  private readonly remembered = new Map<string, Position | null>();

  constructor(private readonly database: DataSource) {}

  /** @param units normalised postcodes; what cannot be placed maps to null */
  async locate(units: Iterable<string>): Promise<ReadonlyMap<string, Position | null>> {
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.clear();
    const unknown = [...new Set(units)].filter((unit) => !this.remembered.has(unit));
    if (unknown.length > 0) await this.lookUp(unknown);
    return this.remembered;
  }

  private async lookUp(units: string[]): Promise<void> {
    const codes = new Set(
      units.flatMap((unit) => [unit, postcodeSector(unit), postcodeOutcode(unit)]),
    );
    const rows: PostcodeRow[] = await this.database.query(
      `SELECT code, longitude, latitude, easting, northing FROM postcode WHERE code = ANY($1)`,
      [[...codes]],
    );
    const known = new Map(rows.map((row) => [row.code, row]));
    for (const unit of units) this.remembered.set(unit, place(unit, known));
  }
}

function place(unit: string, known: Map<string, PostcodeRow>): Position | null {
  const steps = [
    { code: unit, precision: 'unit' },
    { code: postcodeSector(unit), precision: 'sector' },
    { code: postcodeOutcode(unit), precision: 'outcode' },
  ] as const;
  for (const { code, precision } of steps) {
    const row = known.get(code);
    if (row) {
      const { easting, northing, longitude, latitude } = row;
      return { easting, northing, longitude, latitude, precision };
    }
  }
  return null;
}
