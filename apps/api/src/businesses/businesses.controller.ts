import {
  BusinessFileQuery,
  BusinessListQuery,
  FacetQuery,
  type BusinessList,
  type Facets,
} from '@cluster-atlas/contract';
import { countBusinessFacets, exportListed, listSelectedBusinesses } from '@cluster-atlas/data';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';

@Controller('api/v1')
export class BusinessesController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  @Get('businesses')
  async list(@Query(valid(BusinessListQuery)) query: BusinessListQuery): Promise<BusinessList> {
    const selection = await this.selections.resolve(query);
    return listSelectedBusinesses(this.database.source, this.points.store, { query, selection });
  }

  @Get('businesses.csv')
  async file(
    @Query(valid(BusinessFileQuery)) query: BusinessFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const selection = await this.selections.resolve(query);
    const { source } = this.database;
    response.type('text/csv').attachment('businesses.csv');
    await pipeline(exportListed(source, this.points.store, { query, selection }), response);
  }

  @Get('facets')
  async facets(@Query(valid(FacetQuery)) query: FacetQuery): Promise<Facets> {
    const selection = await this.selections.resolve(query);
    const groupings = await this.selections.sectorGroupings();
    return countBusinessFacets(this.points.store, { query, selection }, groupings);
  }
}
