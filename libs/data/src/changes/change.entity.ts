import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * The one feed of everything written, in the transaction that wrote it.
 *
 * Readers stop below `pg_snapshot_xmin(pg_current_snapshot())` and page by (epoch, transaction, id):
 * transactions commit out of order, and this order has no gaps. A restore starts a new epoch,
 * because restored rows carry another server's transaction ids.
 */
@Entity('change')
export class ChangeEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'change_pk' })
  epoch: number;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'change_pk' })
  transactionId: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'change_pk',
  })
  id: string;

  @Column('timestamp with time zone', { default: () => 'now()' })
  occurredAt: Date;

  @Column('text')
  actor: string;

  /** For example `business.imported`. */
  @Column('text')
  kind: string;

  /** One row for a whole batch: a bulk import writes compact entries, expanded on reading. */
  @Column('integer', { array: true })
  entityIds: number[];
}
