import type { PostcodePositions } from '@cluster-atlas/contract';
import { normalisePostcode } from '@cluster-atlas/geo';
import type { DataSource } from 'typeorm';
import { Geocoder } from './geocoder.js';

/** Positions of postcodes however they are written; those that are unknown are left out. */
export async function locatePostcodes(
  database: DataSource,
  postcodes: readonly string[],
): Promise<PostcodePositions> {
  const units = postcodes.map(normalisePostcode);
  const positions = await new Geocoder(database).locate(units.filter((unit) => unit !== null));
  return {
    items: postcodes.flatMap((postcode, i) => {
      const position = positions.get(units[i] ?? '');
      return position ? [{ postcode, ...position }] : [];
    }),
  };
}
