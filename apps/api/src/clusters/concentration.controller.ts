import { ConcentrationQuery, type Concentration } from '@cluster-atlas/contract';
import { Controller, Get, Query } from '@nestjs/common';
import { UntilClosed } from '../answers/until-closed.js';
import { valid } from '../http/valid.js';
import { ClustersService } from './clusters.service.js';

@Controller('api/v1/concentration')
export class ConcentrationController {
  constructor(private readonly clusters: ClustersService) {}

  @Get()
  measure(
    @Query(valid(ConcentrationQuery)) query: ConcentrationQuery,
    @UntilClosed() leaving: AbortSignal,
  ): Promise<Concentration> {
    return this.clusters.measureConcentration(query, leaving);
  }
}
