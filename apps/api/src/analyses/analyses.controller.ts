import {
  ClusterQuery,
  KeptMembersFileQuery,
  KeptMembersQuery,
  type Analysis,
  type KeptCluster,
  type KeptMemberList,
  type KeptRuns,
} from '@cluster-atlas/contract';
import {
  exportKeptMembers,
  listKeptMemberPage,
  listKeptRuns,
  readKeptCluster,
  readKeptMembers,
} from '@cluster-atlas/data';
import { Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { UntilClosed } from '../answers/until-closed.js';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { AnalysesService } from './analyses.service.js';

@Controller('api/v1')
export class AnalysesController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly analyses: AnalysesService,
  ) {}

  /** 200 with the answer, or 202 while it is being found. */
  @Post('analyses')
  async start(
    @Query(valid(ClusterQuery)) query: ClusterQuery,
    @UntilClosed() leaving: AbortSignal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Analysis> {
    const analysis = await this.analyses.start(query, leaving);
    response
      .status(analysis.state === 'running' ? 202 : 200)
      .location(`/api/v1/analyses/${analysis.id}`);
    return analysis;
  }

  @Get('analyses')
  list(): Promise<KeptRuns> {
    return listKeptRuns(this.database.source);
  }

  @Get('analyses/:id')
  read(@Param('id') id: string): Promise<Analysis> {
    return this.analyses.read(id);
  }

  /** Server-sent events. */
  @Get('analyses/:id/events')
  follow(@Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.analyses.follow(id, response);
  }

  @Get('analyses/:id/clusters/:slug/members')
  async members(
    @Param('id') run: string,
    @Param('slug') slug: string,
    @Query(valid(KeptMembersQuery)) page: KeptMembersQuery,
  ): Promise<KeptMemberList> {
    const database = this.database.source;
    const members = await readKeptMembers(database, { run, slug });
    return listKeptMemberPage({ database, store: this.points.store }, members, page);
  }

  @Get('analyses/:id/clusters/:slug/members.csv')
  async download(
    @Param('id') run: string,
    @Param('slug') slug: string,
    @Query(valid(KeptMembersFileQuery)) choice: KeptMembersFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const members = await readKeptMembers(this.database.source, { run, slug });
    response.type('text/csv').attachment(`${slug}.csv`);
    await pipeline(exportKeptMembers(this.database.source, members, choice), response);
  }

  @Delete('analyses/:id')
  cancel(@Param('id') id: string): Promise<Analysis> {
    return this.analyses.cancel(id);
  }

  @Get('kept-clusters/:id')
  cluster(@Param('id') id: string): Promise<KeptCluster> {
    return readKeptCluster(this.database.source, id);
  }
}
