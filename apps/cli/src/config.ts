import { resolve } from 'node:path';

/** Everything the command line reads from its environment. Nothing else here touches `process.env`. */
export interface Config {
  databaseUrl: string | undefined;
  dataFolder: string;
  nodeEnvironment: string | undefined;
  allowEmbeddedInProduction: boolean;
}

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  return {
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataFolder: resolve(env['ATLAS_DATA_DIR'] || '.data'),
    nodeEnvironment: env['NODE_ENV'],
    allowEmbeddedInProduction: env['ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION'] === 'true',
  };
}
