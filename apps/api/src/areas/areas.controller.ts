import {
  AreaBoundaryQuery,
  AreaMembersFileQuery,
  AreaMembersQuery,
  AreaQuery,
  ClusterQuery,
  SelectionQuery,
  type AreaClusters,
  type AreaLayerList,
  type AreaProfile,
  type AreaTable,
  type AreaTrend,
  type BusinessList,
} from '@cluster-atlas/contract';
import {
  areaNumber,
  areaTableCsv,
  clustersInArea,
  describeArea,
  exportNamed,
  listAreaLayers,
  listPage,
  measureAreas,
  traceArea,
} from '@cluster-atlas/data';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { ClustersService } from '../clusters/clusters.service.js';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { AreasService } from './areas.service.js';

@Controller('api/v1/area-layers')
export class AreasController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly areas: AreasService,
    private readonly clusters: ClustersService,
  ) {}

  @Get()
  async layers(): Promise<AreaLayerList> {
    return { items: await listAreaLayers(this.database.source) };
  }

  @Get(':layer/areas')
  async table(
    @Param('layer') name: string,
    @Query(valid(AreaQuery)) query: AreaQuery,
  ): Promise<AreaTable> {
    return measureAreas(await this.areas.study({ name }, query), query);
  }

  @Get(':layer/areas.csv')
  async tableFile(
    @Param('layer') name: string,
    @Query(valid(AreaQuery)) query: AreaQuery,
    @Res() response: Response,
  ): Promise<void> {
    const table = await measureAreas(await this.areas.study({ name }, query), query);
    response.type('text/csv').attachment(`${name}.csv`).send(areaTableCsv(table));
  }

  @Get(':layer/boundaries')
  @Header('Content-Type', 'application/geo+json')
  @Header('Cache-Control', 'public, max-age=0, must-revalidate')
  boundaries(
    @Param('layer') layer: string,
    @Query(valid(AreaBoundaryQuery)) query: AreaBoundaryQuery,
  ): Promise<string> {
    return this.areas.boundaries(layer, query);
  }

  @Get(':layer/areas/:code')
  async profile(
    @Param('layer') name: string,
    @Param('code') code: string,
    @Query(valid(AreaQuery)) query: AreaQuery,
  ): Promise<AreaProfile> {
    return describeArea(await this.areas.study({ name }, query), code, query);
  }

  @Get(':layer/areas/:code/trend')
  async trend(
    @Param('layer') name: string,
    @Param('code') code: string,
    @Query(valid(SelectionQuery)) query: SelectionQuery,
  ): Promise<AreaTrend> {
    return traceArea(await this.areas.study({ name }, query), code, query);
  }

  @Get(':layer/areas/:code/clusters')
  async clustersOf(
    @Param('layer') name: string,
    @Param('code') code: string,
    @Query(valid(ClusterQuery)) query: ClusterQuery,
  ): Promise<AreaClusters> {
    const layer = await this.areas.layer({ name });
    return clustersInArea(layer, code, (await this.clusters.find(query)).run);
  }

  @Get(':layer/areas/:code/businesses')
  async members(
    @Param('layer') name: string,
    @Param('code') code: string,
    @Query(valid(AreaMembersQuery)) { name: text, limit, cursor, ...query }: AreaMembersQuery,
  ): Promise<BusinessList> {
    const found = await this.areas.members({ name }, (layer) => areaNumber(layer, code), query);
    const sources = { database: this.database.source, store: this.points.store };
    return listPage(sources, found, { name: text, limit, cursor });
  }

  @Get(':layer/areas/:code/businesses.csv')
  async membersFile(
    @Param('layer') name: string,
    @Param('code') code: string,
    @Query(valid(AreaMembersFileQuery)) { name: text, ...query }: AreaMembersFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.areas.members({ name }, (layer) => areaNumber(layer, code), query);
    response.type('text/csv').attachment('area-businesses.csv');
    await pipeline(exportNamed(this.database.source, found, text), response);
  }
}
