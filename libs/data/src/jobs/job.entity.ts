import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Long work with progress: an import is one. */
@Entity('job')
@Check('job_state', `state IN ('running', 'done', 'failed')`)
export class JobEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'job_pk',
  })
  id: number;

  @Column('text')
  kind: string;

  @Column('text')
  state: 'running' | 'done' | 'failed';

  @Column('jsonb')
  parameters: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  result: Record<string, unknown> | null;

  @Column('timestamp with time zone', { default: () => 'now()' })
  startedAt: Date;

  @Column('timestamp with time zone', { default: () => 'now()' })
  heartbeatAt: Date;

  @Column('timestamp with time zone', { nullable: true })
  finishedAt: Date | null;
}
