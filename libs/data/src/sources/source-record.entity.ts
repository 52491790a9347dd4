import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { BusinessEntity } from '../businesses/business.entity.js';

/** What one source said of one business, and in which of its editions. */
@Entity('source_record')
@Index('source_record_external_id', ['sourceId', 'externalId'], { unique: true })
export class SourceRecordEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'source_record_pk',
  })
  id: number;

  /** Checked for each statement, not for each row: see the migration that says why. */
  @Column('integer')
  sourceId: number;

  /** The source's own key, for example the company number. */
  @Column('text')
  externalId: string;

  @Index('source_record_business')
  @ForeignKey(() => BusinessEntity, { name: 'source_record_business_fk', onDelete: 'CASCADE' })
  @Column('integer')
  businessId: number;

  /** MD5 of the values read, so that an unchanged row costs one comparison. */
  @Column('uuid')
  contentHash: string;

  /** Dates of the source's editions, not of our imports. */
  @Column('date')
  firstSeenOn: string;

  @Column('date')
  lastSeenOn: string;

  /** The first complete edition that no longer held it. */
  @Column('date', { nullable: true })
  leftOn: string | null;
}
