import {
  DrawnSelectionQuery,
  DrawnAreaMembersFileQuery,
  DrawnAreaMembersQuery,
  DrawnAreaQuery,
  DrawnClustersQuery,
  type AreaClusters,
  type AreaProfile,
  type AreaTrend,
  type BusinessList,
} from '@cluster-atlas/contract';
import {
  clustersMeeting,
  describeArea,
  exportNamed,
  listPage,
  traceArea,
} from '@cluster-atlas/data';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { ClustersService } from '../clusters/clusters.service.js';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { AreasService } from './areas.service.js';

/** A drawn area is a layer of one. */
const ONLY = () => 0;

@Controller('api/v1/drawn-area')
export class DrawnAreasController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly areas: AreasService,
    private readonly clusters: ClustersService,
  ) {}

  @Get()
  async profile(
    @Query(valid(DrawnAreaQuery)) { corners, ...query }: DrawnAreaQuery,
  ): Promise<AreaProfile> {
    const study = await this.areas.study({ corners }, query);
    return describeArea(study, study.layer.areas[0]!.code, query);
  }

  @Get('trend')
  async trend(
    @Query(valid(DrawnSelectionQuery)) { corners, ...query }: DrawnSelectionQuery,
  ): Promise<AreaTrend> {
    const study = await this.areas.study({ corners }, query);
    return traceArea(study, study.layer.areas[0]!.code, query);
  }

  @Get('clusters')
  async clustersOf(
    @Query(valid(DrawnClustersQuery)) { corners, ...query }: DrawnClustersQuery,
  ): Promise<AreaClusters> {
    const layer = await this.areas.layer({ corners });
    return clustersMeeting(layer, (await this.clusters.find(query)).run);
  }

  @Get('businesses')
  async members(
    @Query(valid(DrawnAreaMembersQuery))
    { corners, name, limit, cursor, ...query }: DrawnAreaMembersQuery,
  ): Promise<BusinessList> {
    const found = await this.areas.members({ corners }, ONLY, query);
    const sources = { database: this.database.source, store: this.points.store };
    return listPage(sources, found, { name, limit, cursor });
  }

  @Get('businesses.csv')
  async membersFile(
    @Query(valid(DrawnAreaMembersFileQuery))
    { corners, name, ...query }: DrawnAreaMembersFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.areas.members({ corners }, ONLY, query);
    response.type('text/csv').attachment('area-businesses.csv');
    await pipeline(exportNamed(this.database.source, found, name), response);
  }
}
