import type { MultiPolygon, Point } from 'geojson';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SourceEntity } from '../sources/source.entity.js';

/** A place that businesses gather at: media campus, science park, incubator, university. */
@Entity('hub')
export class HubEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'hub_pk',
  })
  id: number;

  @Index('hub_slug', { unique: true })
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;

  @Index('hub_position', { spatial: true })
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 })
  position: Point;

  /** Inside it no address counts as a mass address. */
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326, nullable: true })
  boundary: MultiPolygon | null;

  /** How far the position may be off, in metres. */
  @Column('integer', { nullable: true })
  positionErrorMetres: number | null;

  @ForeignKey(() => SourceEntity, { name: 'hub_source_fk' })
  @Column('integer')
  sourceId: number;
}
