import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ROUTES } from './routes.js';

/** A client asks more often than its route allows; answered 429. */
export class TooManyRequests extends Error {
  /** @param retryAfter seconds */
  constructor(readonly retryAfter: number) {
    super(`Too many requests. Try again in ${retryAfter} s.`);
  }
}

/** Beyond so many clients what all have asked is forgotten rather than kept. */
const MOST_CLIENTS = 10_000;

/** What a client may still ask. */
interface Allowance {
  left: number;
  /** Milliseconds since 1970. */
  asOf: number;
}

const MINUTE_MILLISECONDS = 60_000;

/**
 * Holds a client, told by its network address, to the requests a minute of its route's policy: so many
 * at once, and then as many as come back evenly in time, so that nobody waits longer than for the next.
 */
@Injectable()
export class RateLimit implements CanActivate {
  private minute = 0;
  private readonly allowances = new Map<string, Allowance>();

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
    this.forgetIdle(now);
    const before = this.allowances.get(client) ?? { left: perMinute, asOf: now };
    const back = ((now - before.asOf) / MINUTE_MILLISECONDS) * perMinute;
    const left = Math.min(perMinute, before.left + back);
    if (left < 1) throw new TooManyRequests(Math.ceil(((1 - left) * 60) / perMinute));
    this.allowances.set(client, { left: left - 1, asOf: now });
  }

  /** Who has asked nothing for a minute may ask everything again. */
  private forgetIdle(now: number): void {
    const minute = Math.floor(now / MINUTE_MILLISECONDS);
    if (minute === this.minute && this.allowances.size <= MOST_CLIENTS) return;
    this.minute = minute;
    for (const [client, { asOf }] of this.allowances) {
      if (now - asOf >= MINUTE_MILLISECONDS) this.allowances.delete(client);
    }
    if (this.allowances.size > MOST_CLIENTS) this.allowances.clear();
  }
}
