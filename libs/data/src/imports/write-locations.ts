import type { EntityManager } from 'typeorm';
import type { PlacedRow, SortedBatch } from './register-batch.js';

/** A register states one registered address for each business. */
export async function insertLocations(
  manager: EntityManager,
  businessIds: readonly number[],
  rows: readonly PlacedRow[],
  { sourceId, validFrom }: { sourceId: number; validFrom: string | null },
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO business_location
       (business_id, kind, source_id, valid_from, address, postcode, position, easting, northing, precision)
     SELECT business_id, 'registered', $1, $2, address, postcode,
            ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), easting, northing, precision
     FROM unnest($3::integer[], $4::text[], $5::text[], $6::float8[], $7::float8[],
                 $8::float8[], $9::float8[], $10::text[])
       AS row (business_id, address, postcode, longitude, latitude, easting, northing, precision)`,
    [sourceId, validFrom, businessIds, ...placeColumns(rows)],
  );
}

interface StoredAddress {
  businessId: number;
  address: string | null;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
}

/**
 * Gives a new address to the businesses that moved. The old one stays, valid until the new edition;
 * within one edition it is a correction in place.
 */
export async function moveLocations(
  manager: EntityManager,
  updated: SortedBatch['updated'],
  { sourceId, edition }: { sourceId: number; edition: string },
): Promise<void> {
  const addresses = await manager.query<StoredAddress[]>(
    `SELECT business_id AS "businessId", address, postcode, easting, northing
     FROM business_location
     WHERE business_id = ANY($1) AND source_id = $2 AND kind = 'registered' AND valid_to IS NULL`,
    [updated.map(({ record }) => record.businessId), sourceId],
  );
  const stored = new Map(addresses.map((address) => [address.businessId, address]));
  const changed = updated.filter(({ row, record }) => hasMoved(row, stored.get(record.businessId)));
  const corrected = changed.filter(({ record }) => record.lastSeenOn === edition);
  const moved = changed.filter(({ record }) => record.lastSeenOn !== edition);

  await correctLocations(manager, corrected, sourceId);
  const ids = moved.map(({ record }) => record.businessId);
  await manager.query(
    `UPDATE business_location SET valid_to = $3
     WHERE business_id = ANY($1) AND source_id = $2 AND kind = 'registered' AND valid_to IS NULL`,
    [ids, sourceId, edition],
  );
  const rows = moved.map(({ row }) => row);
  await insertLocations(manager, ids, rows, { sourceId, validFrom: edition });
}

async function correctLocations(
  manager: EntityManager,
  corrected: SortedBatch['updated'],
  sourceId: number,
): Promise<void> {
  if (corrected.length === 0) return;
  await manager.query(
    `UPDATE business_location AS location
     SET address = row.address, postcode = row.postcode, easting = row.easting,
         northing = row.northing, precision = row.precision,
         position = ST_SetSRID(ST_MakePoint(row.longitude, row.latitude), 4326)
     FROM unnest($2::integer[], $3::text[], $4::text[], $5::float8[], $6::float8[],
                 $7::float8[], $8::float8[], $9::text[])
       AS row (business_id, address, postcode, longitude, latitude, easting, northing, precision)
     WHERE location.business_id = row.business_id AND location.source_id = $1
       AND location.kind = 'registered' AND location.valid_to IS NULL`,
    [
      sourceId,
      corrected.map(({ record }) => record.businessId),
      ...placeColumns(corrected.map(({ row }) => row)),
    ],
  );
}

function placeColumns(rows: readonly PlacedRow[]): unknown[][] {
  return [
    rows.map((row) => row.address),
    rows.map((row) => row.postcode),
    rows.map((row) => row.place?.longitude ?? null),
    rows.map((row) => row.place?.latitude ?? null),
    rows.map((row) => row.place?.easting ?? null),
    rows.map((row) => row.place?.northing ?? null),
    rows.map((row) => row.place?.precision ?? null),
  ];
}

function hasMoved(row: PlacedRow, stored: StoredAddress | undefined): boolean {
  if (!stored) return true;
  if (stored.address !== row.address || stored.postcode !== row.postcode) return true;
  if (row.position === null) return false;
  return stored.easting !== row.position.easting || stored.northing !== row.position.northing;
}
