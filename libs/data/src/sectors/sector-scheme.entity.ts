import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A classification of activities, for example UK SIC 2007. */
@Entity('sector_scheme')
export class SectorSchemeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'sector_scheme_pk',
  })
  id: number;

  @Index('sector_scheme_slug', { unique: true })
  @Column('text')
  slug: string;

  @Column('text')
  name: string;
}
