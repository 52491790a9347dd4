import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../database.js';
import { PointsService } from '../points/points.service.js';
import { Metrics } from './metrics.js';

const PATIENCE_MS = 2_000;

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** The database answers and the points are loaded. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ready'; businesses: number }> {
    const answered = this.database.source.query(`SELECT 1`).then(
      () => true,
      () => false,
    );
    const isAnswering = await Promise.race([answered, sleep(PATIENCE_MS, false, { ref: false })]);
    if (!isAnswering || !this.points.isReady) throw new ServiceUnavailableException('Not ready');
    return { status: 'ready', businesses: this.points.store.businessCount };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  scrape(): Promise<string> {
    return this.metrics.text();
  }
}
