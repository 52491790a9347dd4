import {
  ClusterHistoryQuery,
  ClusterMembersQuery,
  ClusterQuery,
  type ClusterHistory,
  type ClusterMemberList,
  type ClusterRun,
} from '@cluster-atlas/contract';
import { clusterFeatures, exportMembers, listMemberPage, membersOf } from '@cluster-atlas/data';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { UntilClosed } from '../answers/until-closed.js';
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
  async list(
    @Query(valid(ClusterQuery)) query: ClusterQuery,
    @UntilClosed() leaving: AbortSignal,
  ): Promise<ClusterRun> {
    return (await this.clusters.find(query, leaving)).run;
  }

  @Get('outlines')
  @Header('Content-Type', 'application/geo+json')
  async outlines(
    @Query(valid(ClusterQuery)) query: ClusterQuery,
    @UntilClosed() leaving: AbortSignal,
  ) {
    return clusterFeatures((await this.clusters.find(query, leaving)).run);
  }

  @Get('history')
  history(
    @Query(valid(ClusterHistoryQuery)) query: ClusterHistoryQuery,
    @UntilClosed() leaving: AbortSignal,
  ): Promise<ClusterHistory> {
    return this.clusters.trace(query, leaving);
  }

  @Get(':slug/members')
  async members(
    @Param('slug') slug: string,
    @Query(valid(ClusterMembersQuery)) { name, limit, cursor, ...query }: ClusterMembersQuery,
  ): Promise<ClusterMemberList> {
    const members = membersOf(await this.clusters.find(query), slug);
    const sources = { database: this.database.source, store: this.points.store };
    return listMemberPage(sources, members, { name, limit, cursor });
  }

  @Get(':slug/members.csv')
  async download(
    @Param('slug') slug: string,
    @Query(valid(ClusterQuery)) query: ClusterQuery,
    @Res() response: Response,
  ): Promise<void> {
    const members = membersOf(await this.clusters.find(query), slug);
    response.type('text/csv').attachment(`${slug}.csv`);
    await pipeline(exportMembers(this.database.source, members), response);
  }
}
