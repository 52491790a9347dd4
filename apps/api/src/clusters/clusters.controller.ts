import {
  ClusterHistoryQuery,
  ClusterMembersQuery,
  ClusterQuery,
  type BusinessList,
  type ClusterHistory,
  type ClusterRun,
} from '@cluster-atlas/contract';
import { clusterFeatures, listClusterMembers } from '@cluster-atlas/data';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { ClustersService } from './clusters.service.js';

@Controller('api/v1/clusters')
export class ClustersController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly clusters: ClustersService,
  ) {}

  @Get()
  async list(@Query(valid(ClusterQuery)) query: ClusterQuery): Promise<ClusterRun> {
    return (await this.clusters.find(query)).run;
  }

  @Get('outlines')
  @Header('Content-Type', 'application/geo+json')
  async outlines(@Query(valid(ClusterQuery)) query: ClusterQuery) {
    return clusterFeatures((await this.clusters.find(query)).run);
  }

  @Get('history')
  history(@Query(valid(ClusterHistoryQuery)) query: ClusterHistoryQuery): Promise<ClusterHistory> {
    return this.clusters.trace(query);
  }

  @Get(':slug/members')
  async members(
    @Param('slug') slug: string,
    @Query(valid(ClusterMembersQuery)) query: ClusterMembersQuery,
  ): Promise<BusinessList> {
    const found = await this.clusters.find(query);
    return listClusterMembers(this.database.source, this.points.store, {
      found,
      slug,
      page: query,
    });
  }
}
