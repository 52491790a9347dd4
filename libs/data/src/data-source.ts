import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AreaEntity } from './areas/area.entity.js';
import { BusinessLocationEntity } from './businesses/business-location.entity.js';
import { BusinessEntity } from './businesses/business.entity.js';
import { ChangeEntity } from './changes/change.entity.js';
import { EmploymentEditionEntity } from './employment/employment-edition.entity.js';
import { EmploymentEntity } from './employment/employment.entity.js';
import { HubEntity } from './hubs/hub.entity.js';
import { JobEntity } from './jobs/job.entity.js';
import { CreateDirectory1763900000000 } from './migrations/1763900000000-create-directory.js';
import { SearchNames1763900100000 } from './migrations/1763900100000-search-names.js';
import { CreateAreas1763900200000 } from './migrations/1763900200000-create-areas.js';
import { CheckReferencesByStatement1763900300000 } from './migrations/1763900300000-check-references-by-statement.js';
import { CreateAnalysisRuns1764500000000 } from './migrations/1764500000000-create-analysis-runs.js';
import { CreateEmployment1764610000000 } from './migrations/1764610000000-create-employment.js';
import { KeepMemberships1764730000000 } from './migrations/1764730000000-keep-memberships.js';
import { SearchNameStarts1764810000000 } from './migrations/1764810000000-search-name-starts.js';
import { PostcodeEntity } from './postcodes/postcode.entity.js';
import { AnalysisRunEntity } from './runs/analysis-run.entity.js';
import { ClusterVersionEntity } from './runs/cluster-version.entity.js';
import { ClusterEntity } from './runs/cluster.entity.js';
import { BusinessSectorEntity } from './sectors/business-sector.entity.js';
import { SectorGroupEntity } from './sectors/sector-group.entity.js';
import { SectorSchemeEntity } from './sectors/sector-scheme.entity.js';
import { SectorEntity } from './sectors/sector.entity.js';
import { SnakeCaseNames } from './snake-case-names.js';
import { SourceRecordEntity } from './sources/source-record.entity.js';
import { SourceEntity } from './sources/source.entity.js';

/** Entities and migrations are listed by hand: what is not here does not exist. */
export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      SourceEntity,
      SourceRecordEntity,
      BusinessEntity,
      BusinessLocationEntity,
      SectorSchemeEntity,
      SectorEntity,
      SectorGroupEntity,
      BusinessSectorEntity,
      HubEntity,
      PostcodeEntity,
      AreaEntity,
      ChangeEntity,
      JobEntity,
      AnalysisRunEntity,
      ClusterEntity,
      ClusterVersionEntity,
      EmploymentEditionEntity,
      EmploymentEntity,
    ],
    migrations: [
      CreateDirectory1763900000000,
      SearchNames1763900100000,
      CreateAreas1763900200000,
      CheckReferencesByStatement1763900300000,
      CreateAnalysisRuns1764500000000,
      CreateEmployment1764610000000,
      KeepMemberships1764730000000,
      SearchNameStarts1764810000000,
    ],
    namingStrategy: new SnakeCaseNames(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    migrationsTransactionMode: 'each',
    poolSize: 4,
  });
}
