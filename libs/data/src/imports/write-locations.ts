import type { EntityManager } from 'typeorm';
import type { LocationKind, LocationPrecision } from '../businesses/business-location.entity.js';
import type { Position } from '../postcodes/geocoder.js';
import { findRecords, type PlacedRow, type UpdatedRow } from './register-batch.js';

export interface LocationOptions {
  sourceId: number;
  kind: LocationKind;
}

/** A source states one address of a kind for each business. */
export async function insertLocations(
  manager: EntityManager,
  located: readonly { businessId: number; row: PlacedRow; validFrom: string | null }[],
  { sourceId, kind }: LocationOptions,
): Promise<void> {
  if (located.length === 0) return;
  await manager.query(
    `INSERT INTO business_location
       (business_id, kind, source_id, valid_from, address, postcode, position, easting, northing, precision)
     SELECT business_id, $2, $1, valid_from, address, postcode,
            ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), easting, northing, precision
     FROM unnest($3::integer[], $4::date[], $5::text[], $6::text[], $7::float8[], $8::float8[],
                 $9::float8[], $10::float8[], $11::text[])
       AS row (business_id, valid_from, address, postcode, longitude, latitude, easting, northing, precision)`,
    [
      sourceId,
      kind,
      located.map(({ businessId }) => businessId),
      located.map(({ validFrom }) => validFrom),
      ...placeColumns(located.map(({ row }) => row)),
    ],
  );
}

interface StoredAddress {
  id: number;
  businessId: number;
  address: string | null;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
  longitude: number | null;
  latitude: number | null;
  precision: LocationPrecision | null;
}

/**
 * Gives a new address to the businesses that moved: the old one stays, valid until the new edition.
 * Within one edition, and where only the position is known better, it is corrected in place.
 */
export async function moveLocations(
  manager: EntityManager,
  updated: readonly UpdatedRow[],
  { edition, ...options }: LocationOptions & { edition: string },
): Promise<void> {
  const addresses = await manager.query<StoredAddress[]>(
    `SELECT id, business_id AS "businessId", address, postcode, easting, northing,
            ST_X(position) AS longitude, ST_Y(position) AS latitude, precision
     FROM business_location
     WHERE business_id = ANY($1) AND source_id = $2 AND kind = $3 AND valid_to IS NULL`,
    [updated.map(({ record }) => record.businessId), options.sourceId, options.kind],
  );
  const stored = new Map(addresses.map((address) => [address.businessId, address]));
  const corrected: { id: number; row: PlacedRow }[] = [];
  const closed: number[] = [];
  const added: Parameters<typeof insertLocations>[1][number][] = [];
  for (const { row: stated, record } of updated) {
    const { businessId } = record;
    const before = stored.get(businessId);
    if (!before) {
      added.push({ businessId, row: stated, validFrom: record.leftOn && edition });
      continue;
    }
    const row = completed(stated, before);
    const hasMoved = before.address !== row.address || before.postcode !== row.postcode;
    if (hasMoved && record.lastSeenOn !== edition) {
      closed.push(before.id);
      added.push({ businessId, row, validFrom: edition });
    } else if (hasMoved || isPlacedElsewhere(row, before)) {
      corrected.push({ id: before.id, row });
    }
  }
  await correctLocations(manager, corrected);
  await manager.query(`UPDATE business_location SET valid_to = $2 WHERE id = ANY($1)`, [
    closed,
    edition,
  ]);
  await insertLocations(manager, added, options);
}

/** Of the rows that give a position, the businesses that are held elsewhere, or nowhere. */
export async function findMoved(
  manager: EntityManager,
  positioned: readonly Omit<UpdatedRow, 'isJoined'>[],
  { sourceId, kind }: LocationOptions,
): Promise<ReadonlySet<number>> {
  if (positioned.length === 0) return new Set();
  const ids = positioned.map(({ record }) => record.businessId);
  const stored = await manager.query<{ id: number; easting: number; northing: number }[]>(
    `SELECT business_id AS id, easting, northing FROM business_location
     WHERE business_id = ANY($1) AND source_id = $2 AND kind = $3 AND valid_to IS NULL`,
    [ids, sourceId, kind],
  );
  const places = new Map(stored.map(({ id, ...place }) => [id, place]));
  const moved = positioned.filter(({ row, record }) => {
    const place = places.get(record.businessId);
    return !place || isPlacedElsewhere(row, place);
  });
  return new Set(moved.map(({ record }) => record.businessId));
}

/** How many of the rows have a place in the database though they do not tell one themselves. */
export async function countPlaced(
  manager: EntityManager,
  externalIds: readonly string[],
  sourceId: number,
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const records = await findRecords(manager, sourceId, externalIds);
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(DISTINCT business_id)::integer AS count FROM business_location
     WHERE business_id = ANY($2) AND source_id = $1 AND valid_to IS NULL AND position IS NOT NULL`,
    [sourceId, [...records.values()].map(({ businessId }) => businessId)],
  );
  return row!.count;
}

/**
 * What the file has no column for stays as it is; so does the place of a postcode that stays, unless
 * the row gives another: a given place is more exact than its postcode's.
 */
function completed(row: PlacedRow, before: StoredAddress): PlacedRow {
  const postcode = row.stated.postcode ? row.postcode : before.postcode;
  const isSame = row.position === null && postcode === before.postcode;
  return {
    ...row,
    address: row.stated.address ? row.address : before.address,
    postcode,
    place: (isSame ? placeOf(before) : null) ?? row.place,
  };
}

function placeOf({ easting, northing, ...before }: StoredAddress): Position | null {
  const { longitude, latitude, precision } = before;
  if (precision === null || longitude === null || latitude === null) return null;
  return { easting: easting!, northing: northing!, longitude, latitude, precision };
}

/** Places by postcode are left to the import of postcodes. */
function isPlacedElsewhere(
  { position }: PlacedRow,
  before: Pick<StoredAddress, 'easting' | 'northing'>,
): boolean {
  if (position === null) return false;
  return before.easting !== position.easting || before.northing !== position.northing;
}

async function correctLocations(
  manager: EntityManager,
  corrected: readonly { id: number; row: PlacedRow }[],
): Promise<void> {
  if (corrected.length === 0) return;
  await manager.query(
    `UPDATE business_location AS location
     SET address = row.address, postcode = row.postcode, easting = row.easting,
         northing = row.northing, precision = row.precision,
         position = ST_SetSRID(ST_MakePoint(row.longitude, row.latitude), 4326)
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::float8[], $5::float8[],
                 $6::float8[], $7::float8[], $8::text[])
       AS row (id, address, postcode, longitude, latitude, easting, northing, precision)
     WHERE location.id = row.id`,
    [corrected.map(({ id }) => id), ...placeColumns(corrected.map(({ row }) => row))],
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
