import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BusinessEntity } from '../businesses/business.entity.js';

@Entity('business_sector')
export class BusinessSectorEntity {
  @ForeignKey(() => BusinessEntity, { name: 'business_sector_business_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'business_sector_pk' })
  businessId: number;

  /** In the filer's order; 1 is the primary activity. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'business_sector_pk' })
  position: number;

  /** Checked for each statement, not for each row: see the migration that says why. */
  @Column('integer')
  sectorId: number;
}
