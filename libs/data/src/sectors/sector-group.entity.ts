import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SectorSchemeEntity } from './sector-scheme.entity.js';

/** A named set of sectors across a scheme, for example the DCMS digital sector. */
@Entity('sector_group')
export class SectorGroupEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'sector_group_pk',
  })
  id: number;

  @ForeignKey(() => SectorSchemeEntity, { name: 'sector_group_scheme_fk' })
  @Column('integer')
  schemeId: number;

  @Index('sector_group_slug', { unique: true })
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  /** Publisher and year of the definition. */
  @Column('text')
  definition: string;

  /** Code prefixes; each stands for everything below it. */
  @Column('text', { array: true })
  codes: string[];
}
