import {
  CoverageQuery,
  HubRankingQuery,
  OfficeCellQuery,
  type AddressList,
  type Coverage,
  type HubRanking,
  type OfficeCells,
  type OfficeDistances,
} from '@cluster-atlas/contract';
import { addressCsv, officeCellCsv } from '@cluster-atlas/data';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { valid } from '../http/valid.js';
import { CoverageService } from './coverage.service.js';

const LISTED_ADDRESSES = 20;
const FILED_ADDRESSES = 1_000;

@Controller('api/v1/coverage')
export class CoverageController {
  constructor(private readonly service: CoverageService) {}

  @Get()
  coverage(@Query(valid(CoverageQuery)) query: CoverageQuery): Promise<Coverage> {
    return this.service.coverage(query);
  }

  @Get('addresses')
  addresses(@Query(valid(CoverageQuery)) query: CoverageQuery): Promise<AddressList> {
    return this.service.addresses(query, LISTED_ADDRESSES);
  }

  @Get('addresses.csv')
  async addressFile(
    @Query(valid(CoverageQuery)) query: CoverageQuery,
    @Res() response: Response,
  ): Promise<void> {
    const addresses = await this.service.addresses(query, FILED_ADDRESSES);
    response.type('text/csv').attachment('addresses.csv').send(addressCsv(addresses));
  }

  @Get('hub-ranking')
  hubRanking(@Query(valid(HubRankingQuery)) query: HubRankingQuery): Promise<HubRanking> {
    return this.service.hubRanking(query);
  }

  @Get('offices')
  offices(@Query(valid(CoverageQuery)) query: CoverageQuery): Promise<OfficeDistances> {
    return this.service.offices(query);
  }

  @Get('office-cells')
  officeCells(@Query(valid(OfficeCellQuery)) query: OfficeCellQuery): Promise<OfficeCells> {
    return this.service.officeCells(query);
  }

  @Get('office-cells.csv')
  async officeCellFile(
    @Query(valid(OfficeCellQuery)) query: OfficeCellQuery,
    @Res() response: Response,
  ): Promise<void> {
    const cells = await this.service.officeCells(query);
    response.type('text/csv').attachment('office-cells.csv').send(officeCellCsv(cells));
  }
}
