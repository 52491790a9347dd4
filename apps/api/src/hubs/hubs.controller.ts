import { HubDensityQuery, type HubDensity, type HubList } from '@cluster-atlas/contract';
import { analyseHub, listHubs } from '@cluster-atlas/data';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';
import { PointsService } from '../points/points.service.js';

@Controller('api/v1')
export class HubsController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
  ) {}

  @Get('hubs')
  async list(): Promise<HubList> {
    return { items: await listHubs(this.database.source) };
  }

  @Get('density/:place')
  density(
    @Param('place') place: string,
    @Query(valid(HubDensityQuery)) query: HubDensityQuery,
  ): Promise<HubDensity> {
    return analyseHub(this.database.source, this.points.store, { place, query });
  }
}
