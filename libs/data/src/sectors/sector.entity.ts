import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SectorSchemeEntity } from './sector-scheme.entity.js';

@Entity('sector')
@Index('sector_code', ['schemeId', 'code'], { unique: true })
export class SectorEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'sector_pk',
  })
  id: number;

  @ForeignKey(() => SectorSchemeEntity, { name: 'sector_scheme_fk' })
  @Column('integer')
  schemeId: number;

  /** Digits without dots (`62`, `6201`, `62012`), or a section letter; a parent's code is a prefix. */
  @Column('text')
  code: string;

  @Column('text')
  title: string;
}
