import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What stays the same of a cluster through the kept runs of one lineage: its id. */
@Entity('cluster')
export class ClusterEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'cluster_pk',
  })
  id: number;

  @Index('cluster_public_id', { unique: true })
  @Column('text')
  publicId: string;

  @Column('text')
  lineage: string;
}
