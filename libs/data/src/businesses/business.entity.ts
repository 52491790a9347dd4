import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('business')
@Index('business_name_words', { synchronize: false }) // on an expression
@Index('business_name_start', { synchronize: false }) // on an expression
@Index('business_name_trigrams', { synchronize: false }) // of another operator class
export class BusinessEntity {
  /** Internal and dense, so that the point store can index by it; people see `publicId`. */
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'business_pk',
  })
  id: number;

  /** 12 random Crockford base-32 characters and a mod-37 check character. */
  @Index('business_public_id', { unique: true })
  @Column('text')
  publicId: string;

  @Column('text')
  name: string;

  /** As the register words it, for example `Active - Proposal to Strike off`. */
  @Column('text', { nullable: true })
  status: string | null;

  @Column('text', { nullable: true })
  category: string | null;

  @Column('date', { nullable: true })
  startedOn: string | null;

  /** Dissolved, or gone from every source that held it. */
  @Column('date', { nullable: true })
  endedOn: string | null;

  /** Stated employees; a single figure has both bounds equal. */
  @Column('integer', { nullable: true })
  jobsLow: number | null;

  @Column('integer', { nullable: true })
  jobsHigh: number | null;

  /** The day that the stated employees are of: of the accounts, or of the source's edition. */
  @Column('date', { nullable: true })
  jobsOn: string | null;
}
