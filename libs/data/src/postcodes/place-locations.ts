import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { Geocoder, type Position } from './geocoder.js';

interface PlacedLocation {
  id: number;
  businessId: number;
  postcode: string;
  easting: number | null;
  northing: number | null;
  precision: string | null;
}

/** In JavaScript and SQL alike; rows also keep what was typed where a postcode should be (`94107`). */
export const POSTCODE_PATTERN = '^[A-Z0-9]{2,4} [0-9][A-Z]{2}$';

const BATCH_LOCATIONS = 5_000;

/**
 * Places the locations whose postcode has become known, or known better or elsewhere; positions that
 * came with a record stay.
 *
 * @returns how many locations were placed anew
 */
export async function placeLocations(database: DataSource, actor: string): Promise<number> {
  const geocoder = new Geocoder(database);
  let placed = 0;
  let last = 0;
  for (;;) {
    const locations = await database.query<PlacedLocation[]>(
      `SELECT id, business_id AS "businessId", postcode, easting, northing, precision
       FROM business_location
       WHERE id > $1 AND postcode IS NOT NULL AND precision IS DISTINCT FROM 'given'
       ORDER BY id LIMIT ${BATCH_LOCATIONS}`,
      [last],
    );
    if (locations.length === 0) return placed;
    last = locations.at(-1)!.id;
    const places = await geocoder.locate(
      locations.filter(isPostcode).map(({ postcode }) => postcode),
    );
    const moved = locations.flatMap((location) => {
      const place = places.get(location.postcode);
      return place && isElsewhere(location, place) ? [{ location, place }] : [];
    });
    await writePlaces(database, moved, actor);
    placed += moved.length;
  }
}

function isPostcode({ postcode }: PlacedLocation): boolean {
  return new RegExp(POSTCODE_PATTERN).test(postcode);
}

function isElsewhere(location: PlacedLocation, place: Position): boolean {
  const { easting, northing, precision } = location;
  return precision !== place.precision || easting !== place.easting || northing !== place.northing;
}

async function writePlaces(
  database: DataSource,
  moved: readonly { location: PlacedLocation; place: Position }[],
  actor: string,
): Promise<void> {
  if (moved.length === 0) return;
  await database.transaction(async (manager) => {
    await manager.query(
      `UPDATE business_location AS location
       SET position = ST_SetSRID(ST_MakePoint(row.longitude, row.latitude), 4326),
           easting = row.easting, northing = row.northing, precision = row.precision
       FROM unnest($1::integer[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::text[])
         AS row (id, longitude, latitude, easting, northing, precision)
       WHERE location.id = row.id`,
      [
        moved.map(({ location }) => location.id),
        moved.map(({ place }) => place.longitude),
        moved.map(({ place }) => place.latitude),
        moved.map(({ place }) => place.easting),
        moved.map(({ place }) => place.northing),
        moved.map(({ place }) => place.precision),
      ],
    );
    const entityIds = [...new Set(moved.map(({ location }) => location.businessId))];
    await recordChange(manager, { actor, kind: 'business.placed', entityIds });
  });
}
