import { AreaEmploymentQuery, type AreaEmployment } from '@cluster-atlas/contract';
import {
  areaEmploymentCsv,
  describeEmployment,
  employmentState,
  readEmployment,
  type EmploymentTable,
} from '@cluster-atlas/data';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RecentAnswers } from '../answers/recent-answers.js';
import { Database } from '../database.js';
import { valid } from '../http/valid.js';

/** Of up to 32 MB each. */
const MOST_TABLES = 6;

@Controller('api/v1/area-layers/:layer/areas/:code')
export class EmploymentController {
  private readonly tables = new RecentAnswers<EmploymentTable>({ answers: MOST_TABLES });

  constructor(private readonly database: Database) {}

  @Get('employment')
  employment(
    @Param('layer') layer: string,
    @Param('code') code: string,
    @Query(valid(AreaEmploymentQuery)) query: AreaEmploymentQuery,
  ): Promise<AreaEmployment> {
    return this.describe({ layer, code }, query);
  }

  @Get('employment.csv')
  async employmentFile(
    @Param('layer') layer: string,
    @Param('code') code: string,
    @Query(valid(AreaEmploymentQuery)) query: AreaEmploymentQuery,
    @Res() response: Response,
  ): Promise<void> {
    const employment = await this.describe({ layer, code }, query);
    response.type('text/csv').attachment('area-jobs.csv').send(areaEmploymentCsv(employment));
  }

  private async describe(
    area: { layer: string; code: string },
    query: AreaEmploymentQuery,
  ): Promise<AreaEmployment> {
    const database = this.database.source;
    const state = await employmentState(database);
    return describeEmployment(
      {
        database,
        table: (edition, level) =>
          this.tables.get(JSON.stringify([state, edition.id, level]), () =>
            readEmployment(database, edition, level),
          ),
      },
      area,
      query,
    );
  }
}
