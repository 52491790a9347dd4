import type { MultiPolygon } from 'geojson';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AnalysisRunEntity } from './analysis-run.entity.js';
import { ClusterEntity } from './cluster.entity.js';

/** A cluster as a kept run found it. */
@Entity('cluster_version')
export class ClusterVersionEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cluster_version_pk' })
  @ForeignKey(() => AnalysisRunEntity, { name: 'cluster_version_run_fk', onDelete: 'CASCADE' })
  runId: number;

  /** Its place in the list of the run. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cluster_version_pk' })
  number: number;

  @Index('cluster_version_cluster')
  @Column('integer')
  @ForeignKey(() => ClusterEntity, { name: 'cluster_version_cluster_fk' })
  clusterId: number;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('integer')
  size: number;

  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326 })
  outline: MultiPolygon;

  /** Ids of its businesses. */
  @Column('integer', { array: true })
  members: number[];

  /** Of each; null in runs kept before it was stored. */
  @Column('boolean', { array: true, nullable: true })
  isCore: boolean[] | null;

  /** Of each from 0 to 1; null for DBSCAN, and in runs kept before it was stored. */
  @Column('double precision', { array: true, nullable: true })
  probabilities: number[] | null;
}
