import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { AddressInfo } from 'node:net';
import { pino, type Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { Database } from './database.js';
import { checkPolicies } from './http/check-policies.js';
import { configure } from './http/configure.js';
import { PinoLogger } from './pino-logger.js';
import { PointsService } from './points/points.service.js';

export interface RunningServer {
  app: INestApplication;
  url: string;
}

/** Opens the database, loads the points, and only then listens. */
export async function startServer(config: Config): Promise<RunningServer> {
  const logger: Logger = pino({ level: config.logLevel });
  const app = await NestFactory.create(AppModule.with(config), { logger: new PinoLogger(logger) });
  checkPolicies(app.get(DiscoveryService));
  configure(app, config, logger);
  app.enableShutdownHooks();
  await app.get(Database).open();
  await app.get(PointsService).load();
  await app.listen(config.port, config.host);
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  logger.info({ url }, 'listening');
  return { app, url };
}
