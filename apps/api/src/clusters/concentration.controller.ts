import { ConcentrationQuery, type Concentration } from '@cluster-atlas/contract';
import { Controller, Get, Query } from '@nestjs/common';
import { valid } from '../http/valid.js';
import { ClustersService } from './clusters.service.js';

@Controller('api/v1/concentration')
export class ConcentrationController {
  constructor(private readonly clusters: ClustersService) {}

  @Get()
  measure(@Query(valid(ConcentrationQuery)) query: ConcentrationQuery): Promise<Concentration> {
    return this.clusters.measureConcentration(query);
  }
}
