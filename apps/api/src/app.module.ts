import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AnalysesController } from './analyses/analyses.controller.js';
import { AnalysesService } from './analyses/analyses.service.js';
import { AreasController } from './areas/areas.controller.js';
import { AreasService } from './areas/areas.service.js';
import { ClusterAreasController } from './areas/cluster-areas.controller.js';
import { DrawnAreasController } from './areas/drawn-areas.controller.js';
import { EmploymentController } from './areas/employment.controller.js';
import { BusinessesController } from './businesses/businesses.controller.js';
import { ClusterFilesController } from './clusters/cluster-files.controller.js';
import { ClustersController } from './clusters/clusters.controller.js';
import { ConcentrationController } from './clusters/concentration.controller.js';
import { ClustersService } from './clusters/clusters.service.js';
import type { Config } from './config.js';
import { CONFIG, Database } from './database.js';
import { DescriptionController } from './description/description.controller.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { RateLimit } from './http/rate-limit.js';
import { HubsController } from './hubs/hubs.controller.js';
import { MapController } from './map/map.controller.js';
import { PointsService } from './points/points.service.js';
import { SelectionsService } from './points/selections.service.js';
import { PostcodesController } from './postcodes/postcodes.controller.js';
import { SearchController } from './search/search.controller.js';
import { TilesController } from './tiles/tiles.controller.js';
import { CoverageController } from './trust/coverage.controller.js';
import { CoverageService } from './trust/coverage.service.js';

@Module({
  imports: [DiscoveryModule], // the policy check lists all controllers
  controllers: [
    AnalysesController,
    AreasController,
    BusinessesController,
    ClusterAreasController,
    ClusterFilesController,
    ClustersController,
    ConcentrationController,
    CoverageController,
    DescriptionController,
    DrawnAreasController,
    EmploymentController,
    HealthController,
    HubsController,
    MapController,
    PostcodesController,
    SearchController,
    TilesController,
  ],
  providers: [
    AnalysesService,
    AreasService,
    ClustersService,
    CoverageService,
    Database,
    PointsService,
    { provide: APP_GUARD, useClass: RateLimit },
    SelectionsService,
    Metrics,
  ],
})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, providers: [{ provide: CONFIG, useValue: config }] };
  }
}
