import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LocationKind } from '../businesses/business-location.entity.js';
import type { Position } from '../postcodes/geocoder.js';
import type { IdSet } from './id-set.js';
import type { Registered } from './join-register.js';
import type { RegisterRow } from './register-row.js';

/** A row with its place; `sectorIds` in the filer's order. */
export interface PlacedRow extends RegisterRow {
  place: Position | null;
  sectorIds: number[];
  contentHash: string;
}

export interface KnownRecord {
  id: number;
  externalId: string;
  businessId: number;
  contentHash: string;
  /** ISO date of the newest edition in which the source held it. */
  lastSeenOn: string;
  /** ISO date of the complete edition that no longer held it. */
  leftOn: string | null;
}

export interface UpdatedRow {
  row: PlacedRow;
  record: KnownRecord;
  /** Another list's, of a business that the register of companies holds too. */
  isJoined: boolean;
}

/** A row that is new to its list, of a business that the register of companies holds. */
export interface JoinedRow {
  row: PlacedRow;
  businessId: number;
}

/** What a batch comes to, once compared with what the database holds. */
export interface SortedBatch {
  created: PlacedRow[];
  joined: JoinedRow[];
  updated: UpdatedRow[];
  unchanged: KnownRecord[];
  /** The database holds a newer edition of these. */
  older: KnownRecord[];
  /** Their key came before in this import. */
  repeated: PlacedRow[];
  /** The list has their company already, by another key. */
  doubled: PlacedRow[];
  /** Known before the register was: they are businesses of their own beside the register's. */
  apart: number;
}

/**
 * MD5 over what the row states, in the form of a UUID. Its position is compared by itself, because a
 * file that gives none does not take one away.
 */
export function hashContent(row: RegisterRow, locationKind: LocationKind): string {
  const content = [
    row.name,
    row.status,
    row.category,
    row.startedOn,
    row.endedOn,
    row.address,
    row.postcode,
    row.sectors.map(({ scheme, code }) => `${scheme}/${code}`).join(' '),
    row.jobsLow,
    row.jobsHigh,
    ...(locationKind === 'registered' ? [] : [locationKind]),
  ];
  const hex = hash('md5', JSON.stringify(content));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/**
 * The records of these keys, each looked up by its index. `external_id = ANY(…)` would not do: before
 * the first ANALYZE the planner takes a source for small and reads all its records for every batch.
 */
export async function findRecords(
  manager: EntityManager,
  sourceId: number,
  externalIds: readonly string[],
): Promise<Map<string, KnownRecord>> {
  const records = await manager.query<KnownRecord[]>(
    `SELECT record.* FROM unnest($2::text[]) AS key (external_id)
     CROSS JOIN LATERAL (
       SELECT id, external_id AS "externalId", business_id AS "businessId",
              content_hash AS "contentHash", last_seen_on::text AS "lastSeenOn",
              left_on::text AS "leftOn"
       FROM source_record WHERE source_id = $1 AND external_id = key.external_id LIMIT 1
     ) AS record`,
    [sourceId, externalIds],
  );
  return new Map(records.map((record) => [record.externalId, record]));
}

/** What is known beside the records. */
interface Comparison {
  edition: string;
  seen: IdSet;
  /** Businesses whose row gives another position than is held. */
  moved: ReadonlySet<number>;
  registered: Registered;
}

export function sortBatch(
  rows: readonly PlacedRow[],
  known: ReadonlyMap<string, KnownRecord>,
  { edition, seen, moved, registered }: Comparison,
): SortedBatch {
  const batch: SortedBatch = {
    ...{ created: [], joined: [], updated: [], unchanged: [], older: [] },
    ...{ repeated: [], doubled: [], apart: 0 },
  };
  for (const row of rows) {
    const record = known.get(row.externalId);
    const company = registered.companies.get(row.companyNumber ?? '');
    if (record && company !== undefined && company !== record.businessId) batch.apart++;
    if (!record && company === undefined) batch.created.push(row);
    else if (!record) {
      if (registered.listed.has(company!)) batch.doubled.push(row);
      else batch.joined.push({ row, businessId: company! });
    } else if (seen.has(record.id)) batch.repeated.push(row);
    else if (isNewer(record, edition)) batch.older.push(record);
    else if (isUnchanged(row, record) && !moved.has(record.businessId))
      batch.unchanged.push(record);
    else {
      const isJoined = registered.held.has(record.businessId);
      batch.updated.push({ row, record, isJoined });
    }
  }
  return batch;
}

function isUnchanged(row: PlacedRow, record: KnownRecord): boolean {
  return record.contentHash === row.contentHash && record.leftOn === null;
}

/** The database knows of the record by a later edition: as held there, or as gone from there. */
function isNewer({ lastSeenOn, leftOn }: KnownRecord, edition: string): boolean {
  return lastSeenOn > edition || (leftOn !== null && leftOn > edition);
}
