import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SourceEntity } from '../sources/source.entity.js';

/** Jobs of one kind of areas in one year at one level of the classification: what a base is. */
@Entity('employment_edition')
@Index('employment_edition_key', ['kind', 'year', 'level'], { unique: true })
@Check('employment_edition_level', 'level BETWEEN 2 AND 5')
export class EmploymentEditionEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'employment_edition_pk',
  })
  id: number;

  /** Of areas, for example `itl2`: those of one kind do not overlap. */
  @Column('text')
  kind: string;

  @Column('smallint')
  year: number;

  /** Digits of the sectors' codes. */
  @Column('smallint')
  level: number;

  @ForeignKey(() => SourceEntity, { name: 'employment_edition_source_fk' })
  @Column('integer')
  sourceId: number;

  /** Date of the newest file that anything was taken from. */
  @Column('date')
  asOf: string;
}
