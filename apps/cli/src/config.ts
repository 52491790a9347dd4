import type { DatabaseSettings } from '@cluster-atlas/data';

/** Everything the command line reads from its environment. Nothing else here touches `process.env`. */
export interface Config {
  database: DatabaseSettings;
  /** Where the embedded database and the reports of rejected rows are kept. */
  dataFolder: string;
  /** Of `bench map`. */
  chromium: string;
}

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const dataFolder = env['ATLAS_DATA_DIR'] || '.data';
  return {
    database: {
      DATABASE_URL: env['DATABASE_URL'],
      ATLAS_DATA_DIR: dataFolder,
      NODE_ENV: env['NODE_ENV'],
      ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION: env['ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION'],
    },
    dataFolder,
    chromium: env['CHROMIUM'] || '/usr/bin/chromium',
  };
}
