import { ClusterHistoryQuery, ClusterQuery } from '@cluster-atlas/contract';
import { clusterFeatures, clusterTableCsv, historyCsv, readAnswer } from '@cluster-atlas/data';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { UntilClosed } from '../answers/until-closed.js';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { ClustersService } from './clusters.service.js';

/** Clusters as files, of today's data or of a run. */
@Controller('api/v1')
export class ClusterFilesController {
  constructor(
    private readonly database: Database,
    private readonly clusters: ClustersService,
  ) {}

  @Get('clusters.csv')
  async table(
    @Query(valid(ClusterQuery)) query: ClusterQuery,
    @UntilClosed() leaving: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const { run } = await this.clusters.find(query, leaving);
    await sendTable(response, clusterTableCsv(run), 'clusters.csv');
  }

  @Get('clusters/history.csv')
  async history(
    @Query(valid(ClusterHistoryQuery)) query: ClusterHistoryQuery,
    @UntilClosed() leaving: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const measured = await this.clusters.measureHistory(query, leaving);
    await sendTable(response, historyCsv(measured), 'clusters-by-year.csv');
  }

  @Get('analyses/:id/clusters.csv')
  async tableOfRun(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const run = await readAnswer(this.database.source, id);
    await sendTable(response, clusterTableCsv(run), 'clusters.csv');
  }

  @Get('analyses/:id/outlines')
  @Header('Content-Type', 'application/geo+json')
  async outlinesOfRun(@Param('id') id: string) {
    return clusterFeatures(await readAnswer(this.database.source, id));
  }
}

function sendTable(response: Response, lines: Iterable<string>, name: string): Promise<void> {
  response.type('text/csv').attachment(name);
  return pipeline(lines, response);
}
