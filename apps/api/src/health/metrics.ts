import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { PointsService } from '../points/points.service.js';

/** What Prometheus scrapes: the process, the requests by route, and the point store. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'atlas_http_request_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  constructor(points: PointsService) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'atlas_points_businesses',
      help: 'Businesses in the point store.',
      registers: [this.registry],
      collect() {
        this.set(points.isReady ? points.store.businessCount : 0);
      },
    });
  }

  /** Express middleware. */
  watch(request: Request, response: Response, next: NextFunction): void {
    const stop = this.durations.startTimer({ method: request.method });
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
      stop({ route, status: response.statusCode });
    });
    next();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
