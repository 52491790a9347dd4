import type { EntityManager } from 'typeorm';

/** Raised by a restore, since restored rows carry another server's transaction ids. */
const EPOCH = 1;

export interface NewChange {
  actor: string;
  /** For example `business.created`. */
  kind: string;
  entityIds: readonly number[];
}

/** Adds to the feed, in the caller's transaction. Nothing is written for an empty list. */
export async function recordChange(manager: EntityManager, change: NewChange): Promise<void> {
  if (change.entityIds.length === 0) return;
  await manager.query(
    `INSERT INTO change (epoch, transaction_id, actor, kind, entity_ids)
     VALUES ($1, pg_current_xact_id()::text::bigint, $2, $3, $4)`,
    [EPOCH, change.actor, change.kind, change.entityIds],
  );
}
