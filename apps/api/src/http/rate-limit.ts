import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ROUTES } from './routes.js';

/** A client asks more often than its route allows; answered 429. */
export class TooManyRequests extends Error {
  /** @param retryAfter seconds */
  constructor(readonly retryAfter: number) {
    super(`Too many requests. Try again in ${retryAfter} seconds.`);
  }
}

/** Beyond so many clients the counts of all are forgotten rather than kept. */
const MOST_CLIENTS = 10_000;

const MINUTE_MILLISECONDS = 60_000;

/** Holds a client, told by its network address, to the requests a minute of its route's policy. */
@Injectable()
export class RateLimit implements CanActivate {
  private minute = 0;
  private readonly counts = new Map<string, number>();

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const { path } = request.route as { path: string };
    const route = `${request.method} ${path}`;
    const perMinute = ROUTES[route]?.perMinute;
    if (perMinute !== undefined) this.take(`${request.ip} ${route}`, perMinute);
    return true;
  }

  /** @throws {TooManyRequests} */
  take(client: string, perMinute: number, now = Date.now()): void {
    const minute = Math.floor(now / MINUTE_MILLISECONDS);
    if (minute !== this.minute || this.counts.size > MOST_CLIENTS) this.counts.clear();
    this.minute = minute;
    const count = (this.counts.get(client) ?? 0) + 1;
    this.counts.set(client, count);
    if (count > perMinute) {
      throw new TooManyRequests(Math.ceil((minute + 1) * 60 - now / 1000));
    }
  }
}
