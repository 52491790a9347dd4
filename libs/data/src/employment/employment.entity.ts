import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SectorEntity } from '../sectors/sector.entity.js';
import { EmploymentEditionEntity } from './employment-edition.entity.js';

/** Jobs of a sector in an area; 0 may be a rounded or suppressed number. */
@Entity('employment')
@Index('employment_area', ['areaCode', 'editionId'])
@Check('employment_jobs', 'jobs >= 0')
export class EmploymentEntity {
  @ForeignKey(() => EmploymentEditionEntity, {
    name: 'employment_edition_fk',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'employment_pk' })
  editionId: number;

  /** As `normaliseAreaCode` writes it; its boundary may be in several layers, or in none. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'employment_pk' })
  areaCode: string;

  @ForeignKey(() => SectorEntity, { name: 'employment_sector_fk' })
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'employment_pk' })
  sectorId: number;

  @Column('integer')
  jobs: number;
}
