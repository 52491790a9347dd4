import type { EntityManager } from 'typeorm';
import { COMPANIES_HOUSE } from '../sources/source-definitions.js';
import type { JoinedRow, KnownRecord, PlacedRow, UpdatedRow } from './register-batch.js';

/** What the register of companies has to do with the rows of another list. */
export interface Registered {
  /** Businesses of the register by their company number. */
  companies: ReadonlyMap<string, number>;
  /** Of these, the ones that the list has already. */
  listed: ReadonlySet<number>;
  /** Of the businesses that the list's known rows are of, those that the register holds. */
  held: ReadonlySet<number>;
}

const NOTHING: Registered = { companies: new Map(), listed: new Set(), held: new Set() };

/** The id of the register of companies as a source, in SQL; NULL where it is not loaded. */
export const REGISTER = `(SELECT id FROM source WHERE slug = '${COMPANIES_HOUSE.slug}')`;

/**
 * Looks each company number up in the register, so that a list's row of a company is no second
 * business. In the register itself nothing is to be joined.
 */
export async function findRegistered(
  manager: EntityManager,
  rows: readonly PlacedRow[],
  { sourceId, known }: { sourceId: number; known: ReadonlyMap<string, KnownRecord> },
): Promise<Registered> {
  const numbers = rows.flatMap(({ companyNumber }) => companyNumber ?? []);
  const businessIds = [...known.values()].map(({ businessId }) => businessId);
  if (numbers.length + businessIds.length === 0) return NOTHING;
  const companies = await manager.query<
    { number: string; businessId: number; isListed: boolean }[]
  >(
    `SELECT key.number, business_id AS "businessId",
            EXISTS (SELECT 1 FROM source_record AS own
                    WHERE own.source_id = $1 AND own.business_id = record.business_id) AS "isListed"
     FROM unnest($2::text[]) AS key (number)
     CROSS JOIN LATERAL (
       SELECT business_id FROM source_record
       WHERE source_id = ${REGISTER} AND external_id = key.number LIMIT 1
     ) AS record`,
    [sourceId, numbers],
  );
  const held = await manager.query<{ businessId: number }[]>(
    `SELECT business_id AS "businessId" FROM source_record
     WHERE $1 <> ${REGISTER} AND source_id = ${REGISTER} AND business_id = ANY($2)`,
    [sourceId, businessIds],
  );
  return {
    companies: new Map(companies.map(({ number, businessId }) => [number, businessId])),
    listed: new Set(companies.flatMap((row) => (row.isListed ? row.businessId : []))),
    held: new Set(held.map(({ businessId }) => businessId)),
  };
}

/** Notes that the list, too, names these businesses. */
export async function joinRows(
  manager: EntityManager,
  joined: readonly JoinedRow[],
  { sourceId, edition }: { sourceId: number; edition: string },
): Promise<UpdatedRow[]> {
  if (joined.length === 0) return [];
  const records = await manager.query<{ id: number; externalId: string }[]>(
    `INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
     SELECT $1, external_id, business_id, content_hash, $2, $2
     FROM unnest($3::text[], $4::integer[], $5::uuid[]) AS row (external_id, business_id, content_hash)
     RETURNING id, external_id AS "externalId"`,
    [
      ...[sourceId, edition, joined.map(({ row }) => row.externalId)],
      joined.map(({ businessId }) => businessId),
      joined.map(({ row }) => row.contentHash),
    ],
  );
  const ids = new Map(records.map(({ id, externalId }) => [externalId, id]));
  return joined.map(({ row, businessId }) => ({
    row,
    record: {
      id: ids.get(row.externalId)!,
      ...{ externalId: row.externalId, businessId, contentHash: row.contentHash },
      ...{ lastSeenOn: edition, leftOn: null },
    },
    isJoined: true,
  }));
}
