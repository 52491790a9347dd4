import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SourceEntity } from '../sources/source.entity.js';

/** Positions of postcode units as published, and the means of their sectors and outcodes. */
@Entity('postcode')
@Check('postcode_kind', `kind IN ('unit', 'sector', 'outcode')`)
export class PostcodeEntity {
  /** `S11 9PA`, `S11 9` or `S11`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'postcode_pk' })
  code: string;

  @Column('text')
  kind: 'unit' | 'sector' | 'outcode';

  @Column('double precision')
  longitude: number;

  @Column('double precision')
  latitude: number;

  /** Metres, EPSG:27700. */
  @Column('double precision')
  easting: number;

  @Column('double precision')
  northing: number;

  @ForeignKey(() => SourceEntity, { name: 'postcode_source_fk' })
  @Column('integer')
  sourceId: number;
}
