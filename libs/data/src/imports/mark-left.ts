import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { REGISTER } from './join-register.js';
import { findRecords } from './register-batch.js';
import type { WriterOptions } from './register-writer.js';

const BATCH_RECORDS = 2_000;

/** Of a business, in another list than that register. */
const OF_REGISTER = `SELECT 1 FROM source_record AS other
  WHERE other.business_id = business.id AND other.source_id = ${REGISTER} AND other.source_id <> $3`;

/**
 * Marks what a complete edition no longer holds as having left the register on the edition's date. Of a
 * company, its register alone says that it has ended: of another list, what it said of its place ends.
 *
 * @returns how many businesses left
 */
export async function markLeft(
  database: DataSource,
  { sourceId, edition, actor }: WriterOptions,
): Promise<number> {
  let left = 0;
  let lastId = 0;
  for (;;) {
    const count = await database.transaction(async (manager) => {
      const gone = await manager.query<{ id: number; businessId: number }[]>(
        `SELECT id, business_id AS "businessId" FROM source_record
         WHERE source_id = $1 AND last_seen_on < $2 AND left_on IS NULL AND id > $3
         ORDER BY id LIMIT ${BATCH_RECORDS} FOR UPDATE`,
        [sourceId, edition, lastId],
      );
      const ids = gone.map(({ businessId }) => businessId);
      await manager.query(`UPDATE source_record SET left_on = $2 WHERE id = ANY($1)`, [
        gone.map(({ id }) => id),
        edition,
      ]);
      await manager.query(
        `UPDATE business SET ended_on = $2
         WHERE id = ANY($1) AND ended_on IS NULL AND NOT EXISTS (${OF_REGISTER})`,
        [ids, edition, sourceId],
      );
      await manager.query(
        `UPDATE business_location SET valid_to = $2 FROM business
         WHERE business.id = business_id AND business_id = ANY($1) AND source_id = $3
           AND valid_to IS NULL AND EXISTS (${OF_REGISTER})`,
        [ids, edition, sourceId],
      );
      await recordChange(manager, { actor, kind: 'business.left-register', entityIds: ids });
      lastId = gone.at(-1)?.id ?? lastId;
      return gone.length;
    });
    left += count;
    if (count < BATCH_RECORDS) return left;
  }
}

/** Of the businesses that were in the register before this edition. */
export async function countLeaving(
  database: DataSource,
  { sourceId, edition }: WriterOptions,
): Promise<{ staying: number; leaving: number }> {
  const [row] = await database.query<{ staying: number; leaving: number }[]>(
    `SELECT count(*) FILTER (WHERE last_seen_on >= $2)::integer AS staying,
            count(*) FILTER (WHERE last_seen_on < $2)::integer AS leaving
     FROM source_record WHERE source_id = $1 AND left_on IS NULL AND first_seen_on < $2`,
    [sourceId, edition],
  );
  return row!;
}

/** @param keys of rows that the edition holds, but that could not be taken */
export async function keepRefused(
  database: DataSource,
  { sourceId, edition }: Pick<WriterOptions, 'sourceId' | 'edition'>,
  keys: readonly string[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += BATCH_RECORDS) {
    const batch = keys.slice(from, from + BATCH_RECORDS);
    const records = await findRecords(database.manager, sourceId, batch);
    const held = [...records.values()].filter(({ leftOn }) => leftOn === null);
    await database.query(
      `UPDATE source_record SET last_seen_on = $2 WHERE id = ANY($1) AND last_seen_on < $2`,
      [held.map(({ id }) => id), edition],
    );
  }
}
