import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Where values come from: a register, a postcode list, a boundary file, the synthetic demo. */
@Entity('source')
export class SourceEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'source_pk',
  })
  id: number;

  @Index('source_slug', { unique: true })
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  licence: string;

  @Column('text')
  attribution: string;
}
