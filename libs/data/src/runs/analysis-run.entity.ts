import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Clusters found once, for whoever asked or for good: what was asked, how far it is, the answer. */
@Entity('analysis_run')
@Check('analysis_run_state', `state IN ('running', 'done', 'failed', 'cancelled', 'expired')`)
@Check('analysis_run_name', `name <> ''`)
@Index('analysis_run_lineage', ['lineage', 'date'])
export class AnalysisRunEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'analysis_run_pk',
  })
  id: number;

  @Index('analysis_run_public_id', { unique: true })
  @Column('text')
  publicId: string;

  /** Of a run that is kept; others expire. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('jsonb')
  definition: Record<string, unknown>;

  /** The same for runs that differ in their date only, and in what is told of their clusters. */
  @Column('text')
  lineage: string;

  @Column('date')
  date: string;

  @Column('text')
  state: 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

  @Column('integer', { default: 0 })
  done: number;

  @Column('integer')
  total: number;

  /** Text, not jsonb: the same bytes for as long as it is kept. */
  @Column('text', { nullable: true })
  result: string | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('timestamp with time zone', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamp with time zone', { default: () => 'now()' })
  heartbeatAt: Date;

  @Column('timestamp with time zone', { nullable: true })
  finishedAt: Date | null;
}
