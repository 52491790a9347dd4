import type { LocationKind, LocationPrecision } from '@cluster-atlas/points';
import type { Point } from 'geojson';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { BusinessEntity } from './business.entity.js';

export type { LocationKind, LocationPrecision };

@Entity('business_location')
@Check('business_location_kind', `kind IN ('registered', 'trading', 'activity')`)
@Check('business_location_precision', `precision IN ('given', 'unit', 'sector', 'outcode')`)
@Check('business_location_placed', `(position IS NULL) = (precision IS NULL)`)
export class BusinessLocationEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'business_location_pk',
  })
  id: number;

  @Index('business_location_business')
  @ForeignKey(() => BusinessEntity, { name: 'business_location_business_fk', onDelete: 'CASCADE' })
  @Column('integer')
  businessId: number;

  @Column('text')
  kind: LocationKind;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  postcode: string | null;

  @Index('business_location_position', { spatial: true })
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  position: Point | null;

  /** Metres, EPSG:27700; kept exactly when the record gave them. */
  @Column('double precision', { nullable: true })
  easting: number | null;

  @Column('double precision', { nullable: true })
  northing: number | null;

  @Column('text', { nullable: true })
  precision: LocationPrecision | null;

  /** Checked for each statement, not for each row: see the migration that says why. */
  @Column('integer')
  sourceId: number;

  /** Empty: valid since the business began. */
  @Column('date', { nullable: true })
  validFrom: string | null;

  /** The first day on which it no longer holds. */
  @Column('date', { nullable: true })
  validTo: string | null;
}
