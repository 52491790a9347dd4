import {
  ClusterAreaQuery,
  ClusterQuery,
  type AreaProfile,
  type AreaTrend,
} from '@cluster-atlas/contract';
import { describeArea, traceArea } from '@cluster-atlas/data';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { valid } from '../http/valid.js';
import { AreasService } from './areas.service.js';

/** Clusters, each measured within its outline as an area is within its boundary. */
@Controller('api/v1/clusters')
export class ClusterAreasController {
  constructor(private readonly areas: AreasService) {}

  @Get(':slug/profile')
  async profile(
    @Param('slug') slug: string,
    @Query(valid(ClusterAreaQuery)) { since, ...clusters }: ClusterAreaQuery,
  ): Promise<AreaProfile> {
    const study = await this.areas.study({ clusters }, clusters);
    return describeArea(study, slug, { ...clusters, since });
  }

  @Get(':slug/trend')
  async trend(
    @Param('slug') slug: string,
    @Query(valid(ClusterQuery)) clusters: ClusterQuery,
  ): Promise<AreaTrend> {
    return traceArea(await this.areas.study({ clusters }, clusters), slug, clusters);
  }
}
