import type { DataSource } from 'typeorm';

/** A place in the feed; the texts are bigints. */
export interface FeedPosition {
  epoch: number;
  transactionId: string;
  id: string;
  /** Microseconds since 1970: another database may have come to the same place at another time. */
  at: string;
}

interface FeedEntry extends FeedPosition {
  kind: string;
  entityIds: number[];
}

const FEED_START: FeedPosition = { epoch: 0, transactionId: '0', id: '0', at: '0' };

const PAGE_ENTRIES = 100;

const POSITION = `epoch, transaction_id AS "transactionId", id,
       (extract(epoch FROM occurred_at) * 1e6)::bigint::text AS at`;

/** Below the oldest transaction that is still open nothing more can appear. */
const SETTLED = `transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

/** The next entries after a place in the feed, at most a hundred, in order and without gaps. */
export function readChanges(database: DataSource, after: FeedPosition): Promise<FeedEntry[]> {
  return database.query<FeedEntry[]>(
    `SELECT ${POSITION}, kind, entity_ids AS "entityIds" FROM change
     WHERE (epoch, transaction_id, id) > ($1, $2::bigint, $3::bigint) AND ${SETTLED}
     ORDER BY epoch, transaction_id, id LIMIT ${PAGE_ENTRIES}`,
    [after.epoch, after.transactionId, after.id],
  );
}

/** Where the feed ends now. */
export async function lastChange(database: DataSource): Promise<FeedPosition> {
  const [last] = await database.query<FeedPosition[]>(
    `SELECT ${POSITION} FROM change
     WHERE ${SETTLED} ORDER BY epoch DESC, transaction_id DESC, change.id DESC LIMIT 1`,
  );
  return last ?? FEED_START;
}
