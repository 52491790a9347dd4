import type { DatabaseSettings } from '@cluster-atlas/data';

/** Everything the API reads from its environment. Nothing else here touches `process.env`. */
export interface Config {
  database: DatabaseSettings;
  port: number;
  /** The address that is listened on. */
  host: string;
  logLevel: string;
  /** Raster base map with `{z}/{x}/{y}`; null: the offline base. */
  mapTileUrl: string | null;
  mapAttribution: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws {RangeError} naming every variable that is malformed */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = [];
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT must be 0 to 65535');
  const logLevel = env['LOG_LEVEL'] || 'info';
  if (!LOG_LEVELS.includes(logLevel))
    faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const mapTileUrl = env['MAP_TILE_URL'] || null;
  if (mapTileUrl !== null && !isTileUrl(mapTileUrl)) {
    faults.push('MAP_TILE_URL must be an http(s) address with {z}, {x} and {y}');
  }
  if (faults.length > 0) throw new RangeError(faults.join('; '));
  return {
    database: {
      DATABASE_URL: env['DATABASE_URL'],
      ATLAS_DATA_DIR: env['ATLAS_DATA_DIR'],
      NODE_ENV: env['NODE_ENV'],
      ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION: env['ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION'],
    },
    port,
    host: env['HOST'] || '127.0.0.1',
    logLevel,
    mapTileUrl,
    mapAttribution:
      env['MAP_ATTRIBUTION'] || (mapTileUrl === null ? '' : '© OpenStreetMap contributors'),
  };
}

function isTileUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
}
