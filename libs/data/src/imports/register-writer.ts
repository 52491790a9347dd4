import type { DataSource, EntityManager } from 'typeorm';
import type { LocationKind } from '../businesses/business-location.entity.js';
import { newPublicIds } from '../businesses/public-id.js';
import { recordChange } from '../changes/record-changes.js';
import type { IdSet } from './id-set.js';
import { findRegistered, joinRows } from './join-register.js';
import {
  findRecords,
  sortBatch,
  type PlacedRow,
  type SortedBatch,
  type UpdatedRow,
} from './register-batch.js';
import { BatchConflict, retryConflicts } from './retry-conflicts.js';
import { findMoved, insertLocations, moveLocations } from './write-locations.js';
import { insertSectors, replaceSectors } from './write-sectors-of-businesses.js';

export interface WriterOptions {
  sourceId: number;
  /** ISO date of the source's edition. */
  edition: string;
  actor: string;
  locationKind: LocationKind;
  /** Ids of the source records that this import has dealt with. */
  seen: IdSet;
}

/**
 * Writes one batch in one transaction: after a kill -9 it is there as a whole or not at all. Batches
 * with other keys may be written at the same time, and so may another import of the source.
 */
export async function writeBatch(
  database: DataSource,
  rows: readonly PlacedRow[],
  options: WriterOptions,
): Promise<SortedBatch> {
  const { batch, newIds } = await retryConflicts(() =>
    database.transaction(async (manager) => {
      // for when the search indexes merge the names they put aside: with the usual 4 MB they do so in crumbs
      await manager.query(`SET LOCAL work_mem = '64MB'`);
      const batch = await compare(manager, rows, options);
      await claimRecords(manager, batch, options.edition);
      const createdIds = await createBusinesses(manager, batch.created, options);
      const joined = await joinRows(manager, batch.joined, options);
      await updateBusinesses(manager, [...batch.updated, ...joined], options);
      return { batch, newIds: [...createdIds, ...joined.map(({ record }) => record.id)] };
    }),
  );
  remember(batch, options.seen);
  for (const id of newIds) options.seen.add(id);
  return batch;
}

/** What `writeBatch` would do; a key that comes twice is noticed only where the database knows it. */
export async function compareBatch(
  database: DataSource,
  rows: readonly PlacedRow[],
  options: WriterOptions,
): Promise<SortedBatch> {
  const batch = await compare(database.manager, rows, options);
  remember(batch, options.seen);
  return batch;
}

async function compare(
  manager: EntityManager,
  rows: readonly PlacedRow[],
  { sourceId, edition, seen, locationKind: kind }: WriterOptions,
): Promise<SortedBatch> {
  const externalIds = rows.map(({ externalId }) => externalId);
  const known = await findRecords(manager, sourceId, externalIds);
  const positioned = rows.flatMap((row) => {
    const record = known.get(row.externalId);
    return record && row.position ? [{ row, record }] : [];
  });
  const moved = await findMoved(manager, positioned, { sourceId, kind });
  const registered = await findRegistered(manager, rows, { sourceId, known });
  return sortBatch(rows, known, { edition, seen, moved, registered });
}

function remember({ updated, unchanged, older }: SortedBatch, seen: IdSet): void {
  for (const { record } of updated) seen.add(record.id);
  for (const { id } of unchanged) seen.add(id);
  for (const { id } of older) seen.add(id);
}

async function createBusinesses(
  manager: EntityManager,
  rows: readonly PlacedRow[],
  { sourceId, edition, actor, locationKind: kind }: WriterOptions,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const sequence = await manager.query<{ id: number }[]>(
    `SELECT nextval('business_id_seq')::integer AS id FROM generate_series(1, $1)`,
    [rows.length],
  );
  const ids = sequence.map(({ id }) => id);
  await manager.query(
    `INSERT INTO business (id, public_id, name, status, category, started_on, ended_on, jobs_low, jobs_high, jobs_on)
     SELECT row.*, CASE WHEN jobs_low IS NULL THEN NULL ELSE $10::date END
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[],
                 $6::date[], $7::date[], $8::integer[], $9::integer[])
       AS row (id, public_id, name, status, category, started_on, ended_on, jobs_low, jobs_high)`,
    [ids, newPublicIds(ids.length), ...businessColumns(rows), edition],
  );
  const records = await manager.query<{ id: number }[]>(
    `INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
     SELECT $1, external_id, business_id, content_hash, $2, $2
     FROM unnest($3::text[], $4::integer[], $5::uuid[]) AS row (external_id, business_id, content_hash)
     RETURNING id`,
    [sourceId, edition, rows.map((row) => row.externalId), ids, rows.map((row) => row.contentHash)],
  );
  const located = rows.map((row, i) => ({ businessId: ids[i]!, row, validFrom: null }));
  await insertLocations(manager, located, { sourceId, kind });
  await insertSectors(manager, located);
  await recordChange(manager, { actor, kind: 'business.created', entityIds: ids });
  return records.map(({ id }) => id);
}

const STATES_JOBS = `row.jobs_low IS NOT NULL AND coalesce(business.jobs_on <= $15::date, true)`;

/**
 * A column that the file does not have leaves what is known; so do employees that a row does not
 * state, or that are known of a later day, because they may come from another file. Of a company
 * that its register holds, that register alone says the rest, whatever another list states.
 */
const UPDATE_BUSINESSES = `
  UPDATE business SET name = CASE WHEN states_name THEN row.name ELSE business.name END,
    status = CASE WHEN states_status THEN row.status ELSE business.status END,
    category = CASE WHEN states_category THEN row.category ELSE business.category END,
    started_on = CASE WHEN states_start THEN row.started_on ELSE business.started_on END,
    ended_on = CASE WHEN states_end OR reappears THEN row.ended_on ELSE business.ended_on END,
    jobs_low = CASE WHEN ${STATES_JOBS} THEN row.jobs_low ELSE business.jobs_low END,
    jobs_high = CASE WHEN ${STATES_JOBS} THEN row.jobs_high ELSE business.jobs_high END,
    jobs_on = CASE WHEN ${STATES_JOBS} THEN $15::date ELSE business.jobs_on END
  FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[],
              $7::integer[], $8::integer[], $9::boolean[], $10::boolean[], $11::boolean[],
              $12::boolean[], $13::boolean[], $14::boolean[])
    AS row (id, name, status, category, started_on, ended_on, jobs_low, jobs_high,
            states_name, states_status, states_category, states_start, states_end, reappears)
  WHERE business.id = row.id`;

async function updateBusinesses(
  manager: EntityManager,
  updated: readonly UpdatedRow[],
  { sourceId, edition, actor, locationKind: kind }: WriterOptions,
): Promise<void> {
  if (updated.length === 0) return;
  const rows = updated.map(({ row }) => row);
  const ids = updated.map(({ record }) => record.businessId);
  await manager.query(UPDATE_BUSINESSES, [
    ids,
    ...businessColumns(rows),
    updated.map(({ isJoined }) => !isJoined),
    updated.map(({ row, isJoined }) => row.stated.status && !isJoined),
    updated.map(({ row, isJoined }) => row.stated.category && !isJoined),
    updated.map(({ row, isJoined }) => row.stated.started && !isJoined),
    updated.map(({ row, isJoined }) => row.stated.ended && !isJoined),
    updated.map(({ record, isJoined }) => record.leftOn !== null && !isJoined),
    edition,
  ]);
  await moveLocations(manager, updated, { sourceId, edition, kind });
  await replaceSectors(manager, updated);
  await recordChange(manager, { actor, kind: 'business.updated', entityIds: ids });
}

/**
 * Notes in the records what this edition states, so that an older file cannot overwrite it.
 *
 * @throws {BatchConflict} if one of them is no longer as it was compared
 */
async function claimRecords(
  manager: EntityManager,
  { updated, unchanged }: SortedBatch,
  edition: string,
): Promise<void> {
  const stale = unchanged.filter(({ lastSeenOn }) => lastSeenOn < edition);
  const records = [...updated.map(({ record }) => record), ...stale];
  if (records.length === 0) return;
  const hashes = [
    ...updated.map(({ row }) => row.contentHash),
    ...stale.map(({ contentHash }) => contentHash),
  ];
  const [, claimed] = await manager.query<[unknown[], number]>(
    `UPDATE source_record AS record
     SET content_hash = row.content_hash, last_seen_on = $1, left_on = NULL
     FROM unnest($2::integer[], $3::uuid[], $4::uuid[], $5::date[], $6::date[])
       AS row (id, content_hash, known_hash, seen_on, left_on)
     WHERE record.id = row.id AND record.content_hash = known_hash
       AND record.last_seen_on = seen_on AND record.left_on IS NOT DISTINCT FROM row.left_on`,
    [
      edition,
      records.map(({ id }) => id),
      hashes,
      records.map(({ contentHash }) => contentHash),
      records.map(({ lastSeenOn }) => lastSeenOn),
      records.map(({ leftOn }) => leftOn),
    ],
  );
  if (claimed !== records.length) throw new BatchConflict();
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
