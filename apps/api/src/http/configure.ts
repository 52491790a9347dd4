import type { INestApplication } from '@nestjs/common';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config.js';
import { Metrics } from '../health/metrics.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';

/** The built web application; the API serves it on the same origin. */
const WEB = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The map for frames on other sites: it sets no cookie and writes nothing. */
const EMBED = '/embed';

const COMPRESSIBLE = /json|text|javascript|xml|svg|vnd\.mapbox-vector-tile|vnd\.cluster-atlas/;

/** All that stands between a socket and a controller, in its order. */
export function configure(app: INestApplication, config: Config, logger: Logger): void {
  const server = app.getHttpAdapter().getInstance() as Express;
  server.disable('x-powered-by');
  server.set('etag', 'strong');
  app.use(
    pinoHttp({
      logger,
      genReqId: requestId,
      autoLogging: { ignore: isHealthCheck },
      quietReqLogger: true,
      serializers: {
        req: ({ method, url }: { method: string; url: string }) => ({ method, url }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    }),
  );
  const metrics = app.get(Metrics);
  app.use((request: Request, response: Response, next: NextFunction) =>
    metrics.watch(request, response, next),
  );
  const forPages = helmet(securityHeaders(config, "'none'"));
  const forFrames = helmet({
    ...securityHeaders(config, '*'),
    xFrameOptions: false, // the older word for frame-ancestors, and it knows no `*`
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  app.use((request: Request, response: Response, next: NextFunction) =>
    (request.path === EMBED ? forFrames : forPages)(request, response, next),
  );
  app.use(
    compression({
      filter: (_, response: Response) =>
        COMPRESSIBLE.test(String(response.getHeader('Content-Type'))),
    }),
  );
  app.use(refuseZeros);
  if (existsSync(WEB)) serveWeb(app);
  app.useGlobalFilters(new ProblemFilter());
}

function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}

/** No text of the database can hold the character 0, and no address of this server has one. */
function refuseZeros(
  request: Request & { id?: string },
  response: Response,
  next: NextFunction,
): void {
  if (!request.url.includes('%00')) return next();
  const detail = 'The address holds the character U+0000.';
  sendProblem(
    response,
    { type: '/problems/invalid-request', title: 'Invalid request', status: 400, detail },
    request.id,
  );
}

function isHealthCheck({ url }: IncomingMessage): boolean {
  return url?.startsWith('/health/') ?? false;
}

function securityHeaders({ mapTileUrl }: Config, frameAncestors: string) {
  const tileOrigin = mapTileUrl === null ? [] : [new URL(mapTileUrl.replace('{s}', '*')).origin];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileOrigin],
        connectSrc: ["'self'", ...tileOrigin], // tiles are copied into saved images
        styleSrc: ["'self'", "'unsafe-inline'"], // Leaflet places its tiles by inline styles
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [frameAncestors],
      },
    },
    strictTransportSecurity: false, // the proxy that ends TLS sets it
  } satisfies HelmetOptions;
}

/** Hashed assets for ever, the page itself never; any other address of the app is the page. */
function serveWeb(app: INestApplication): void {
  app.use(
    '/assets',
    express.static(`${WEB}/assets`, { immutable: true, maxAge: '1y', fallthrough: true }),
  );
  app.use(express.static(WEB, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|ogc|tiles|downloads|health|metrics|assets)(\/|$)/.test(request.path);
    if (!isPage || !request.accepts('html')) next();
    else response.set('Cache-Control', 'no-cache').sendFile(`${WEB}/index.html`);
  });
}
