import type { Problem } from '@cluster-atlas/contract';
import { Expired, NotFound } from '@cluster-atlas/data';
import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Busy } from './busy.js';
import { TooManyRequests } from './rate-limit.js';
import { InvalidRequest } from './valid.js';

/** The one place that knows which failure is which HTTP status. */
export function toProblem(error: unknown): Problem {
  if (error instanceof InvalidRequest) {
    return {
      type: '/problems/invalid-request',
      title: 'Invalid request',
      status: 400,
      detail: error.message,
      errors: error.issues.map(({ path, message, ...issue }) => ({
        pointer: path.length > 0 ? path.join('/') : 'keys' in issue ? String(issue.keys) : '',
        detail: message,
      })),
    };
  }
  if (error instanceof NotFound) {
    const kind = error.kind.replaceAll(' ', '-');
    return {
      type: `/problems/${kind}-not-found`,
      title: 'Not found',
      status: 404,
      detail: error.message,
    };
  }
  if (error instanceof Expired) {
    return {
      type: `/problems/${error.kind}-expired`,
      title: 'Gone',
      status: 410,
      detail: error.message,
    };
  }
  if (error instanceof Busy) {
    return { type: '/problems/busy', title: 'Busy', status: 503, detail: error.message };
  }
  if (error instanceof TooManyRequests) {
    return {
      type: '/problems/too-many-requests',
      title: 'Too many requests',
      status: 429,
      detail: error.message,
    };
  }
  if (error instanceof RangeError) {
    return {
      type: '/problems/out-of-range',
      title: 'Out of range',
      status: 422,
      detail: error.message,
    };
  }
  if (error instanceof HttpException) {
    return { type: 'about:blank', title: error.message, status: error.getStatus() };
  }
  return { type: 'about:blank', title: 'Internal error', status: 500 }; // the cause is logged, not told
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: string }>();
    const response = http.getResponse<Response>();
    if (response.closed && error instanceof Error && error.name === 'AbortError') return; // given up with whoever asked
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ error, requestId: request.id });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof Busy || error instanceof TooManyRequests) {
      response.set('Retry-After', String(error.retryAfter));
    }
    sendProblem(response, problem, request.id);
  }
}

export function sendProblem(response: Response, problem: Problem, requestId?: string): void {
  for (const name of ['ETag', 'Cache-Control']) response.removeHeader(name); // of what was asked for
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, ...(requestId && { requestId }) }));
}
