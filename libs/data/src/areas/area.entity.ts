import type { MultiPolygon } from 'geojson';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SourceEntity } from '../sources/source.entity.js';

/** A district, region or drawn area with a boundary, in a layer of its like. */
@Entity('area')
@Index('area_code', ['layer', 'code'], { unique: true })
export class AreaEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'area_pk',
  })
  id: number;

  /** For example `ltla-2024`: the same code may bound another place in another year. */
  @Column('text')
  layer: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Index('area_boundary', { spatial: true })
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326 })
  boundary: MultiPolygon;

  @ForeignKey(() => SourceEntity, { name: 'area_source_fk' })
  @Column('integer')
  sourceId: number;
}
