import type { DataSource, EntityManager } from 'typeorm';
import { newPublicId } from '../businesses/public-id.js';
import { recordChange } from '../changes/record-changes.js';
import type { IdSet } from './id-set.js';
import {
  findRecords,
  sortBatch,
  type KnownRecord,
  type PlacedRow,
  type SortedBatch,
} from './register-batch.js';
import { insertLocations, moveLocations } from './write-locations.js';

export interface WriterOptions {
  sourceId: number;
  /** ISO date of the source's edition. */
  edition: string;
  actor: string;
  /** Ids of the source records that this import has dealt with. */
  seen: IdSet;
}

/** Writes one batch in one transaction: after a kill -9 it is there as a whole or not at all. */
export async function writeBatch(
  database: DataSource,
  rows: readonly PlacedRow[],
  options: WriterOptions,
): Promise<SortedBatch> {
  const { batch, createdIds } = await database.transaction(async (manager) => {
    // one import of a source at a time, so that two of them cannot both create a business
    await manager.query(`SELECT id FROM source WHERE id = $1 FOR UPDATE`, [options.sourceId]);
    const externalIds = rows.map(({ externalId }) => externalId);
    const known = await findRecords(manager, options.sourceId, externalIds);
    const batch = sortBatch(rows, known, options);
    const createdIds = await createBusinesses(manager, batch.created, options);
    await updateBusinesses(manager, batch.updated, options);
    await touchRecords(manager, batch.unchanged, options.edition);
    return { batch, createdIds };
  });
  const { updated, unchanged, older } = batch;
  const known = [...updated.map(({ record }) => record), ...unchanged, ...older];
  for (const id of [...createdIds, ...known.map(({ id }) => id)]) options.seen.add(id);
  return batch;
}

async function createBusinesses(
  manager: EntityManager,
  rows: readonly PlacedRow[],
  { sourceId, edition, actor }: WriterOptions,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const sequence = await manager.query<{ id: number }[]>(
    `SELECT nextval('business_id_seq')::integer AS id FROM generate_series(1, $1)`,
    [rows.length],
  );
  const ids = sequence.map(({ id }) => id);
  await manager.query(
    `INSERT INTO business (id, public_id, name, status, category, started_on, ended_on, jobs_low, jobs_high)
     SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[],
                          $6::date[], $7::date[], $8::integer[], $9::integer[])`,
    [ids, ids.map(newPublicId), ...businessColumns(rows)],
  );
  const records = await manager.query<{ id: number }[]>(
    `INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
     SELECT $1, external_id, business_id, content_hash, $2, $2
     FROM unnest($3::text[], $4::integer[], $5::uuid[]) AS row (external_id, business_id, content_hash)
     RETURNING id`,
    [sourceId, edition, rows.map((row) => row.externalId), ids, rows.map((row) => row.contentHash)],
  );
  await insertLocations(manager, ids, rows, { sourceId, validFrom: null });
  await insertSectors(manager, ids, rows);
  await recordChange(manager, { actor, kind: 'business.created', entityIds: ids });
  return records.map(({ id }) => id);
}

async function updateBusinesses(
  manager: EntityManager,
  updated: SortedBatch['updated'],
  { sourceId, edition, actor }: WriterOptions,
): Promise<void> {
  if (updated.length === 0) return;
  const rows = updated.map(({ row }) => row);
  const ids = updated.map(({ record }) => record.businessId);
  // employees may come from another file, so a row that states none leaves them
  await manager.query(
    `UPDATE business SET name = row.name, status = row.status, category = row.category,
       started_on = row.started_on, ended_on = row.ended_on,
       jobs_low = CASE WHEN row.jobs_low IS NULL THEN business.jobs_low ELSE row.jobs_low END,
       jobs_high = CASE WHEN row.jobs_low IS NULL THEN business.jobs_high ELSE row.jobs_high END
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[],
                 $7::integer[], $8::integer[])
       AS row (id, name, status, category, started_on, ended_on, jobs_low, jobs_high)
     WHERE business.id = row.id`,
    [ids, ...businessColumns(rows)],
  );
  await manager.query(
    `UPDATE source_record SET content_hash = row.content_hash, last_seen_on = $1, left_on = NULL
     FROM unnest($2::integer[], $3::uuid[]) AS row (id, content_hash)
     WHERE source_record.id = row.id`,
    [edition, updated.map(({ record }) => record.id), rows.map((row) => row.contentHash)],
  );
  await moveLocations(manager, updated, { sourceId, edition });
  await manager.query(`DELETE FROM business_sector WHERE business_id = ANY($1)`, [ids]);
  await insertSectors(manager, ids, rows);
  await recordChange(manager, { actor, kind: 'business.updated', entityIds: ids });
}

/** Remembers the newest edition that held them, so that an older file cannot overwrite it. */
async function touchRecords(
  manager: EntityManager,
  records: readonly KnownRecord[],
  edition: string,
): Promise<void> {
  const stale = records.filter(({ lastSeenOn }) => lastSeenOn < edition).map(({ id }) => id);
  if (stale.length === 0) return;
  await manager.query(`UPDATE source_record SET last_seen_on = $1 WHERE id = ANY($2)`, [
    edition,
    stale,
  ]);
}

function businessColumns(rows: readonly PlacedRow[]): unknown[][] {
  return [
    rows.map((row) => row.name),
    rows.map((row) => row.status),
    rows.map((row) => row.category),
    rows.map((row) => row.startedOn),
    rows.map((row) => row.endedOn),
    rows.map((row) => row.jobsLow),
    rows.map((row) => row.jobsHigh),
  ];
}

async function insertSectors(
  manager: EntityManager,
  businessIds: readonly number[],
  rows: readonly PlacedRow[],
): Promise<void> {
  const links = rows.flatMap(({ sectorIds }, index) =>
    sectorIds.map((sectorId, order) => ({
      businessId: businessIds[index]!,
      position: order + 1,
      sectorId,
    })),
  );
  await manager.query(
    `INSERT INTO business_sector (business_id, position, sector_id)
     SELECT * FROM unnest($1::integer[], $2::smallint[], $3::integer[])`,
    [
      links.map((link) => link.businessId),
      links.map((link) => link.position),
      links.map((link) => link.sectorId),
    ],
  );
}
