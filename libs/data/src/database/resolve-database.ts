import { connectEmbedded } from './embedded.js';

/** The variables of the environment that choose the database, as they stand there. */
export interface DatabaseSettings {
  DATABASE_URL?: string | undefined;
  ATLAS_DATA_DIR?: string | undefined;
  NODE_ENV?: string | undefined;
  ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION?: string | undefined;
}

export interface ResolvedDatabase {
  engine: 'embedded' | 'postgresql';
  readonly url: string;
  /** To be called when the last connection has been closed. */
  release: () => Promise<void>;
}

/**
 * The database to use: the server of DATABASE_URL, else the embedded one in ATLAS_DATA_DIR.
 *
 * @throws {RangeError} if DATABASE_URL is no PostgreSQL URL, or the embedded database is not allowed
 */
export async function resolveDatabase(settings: DatabaseSettings): Promise<ResolvedDatabase> {
  const { DATABASE_URL: url, ATLAS_DATA_DIR: folder } = settings;
  if (url) {
    if (!/^postgres(ql)?:\/\//.test(url)) {
      throw new RangeError('DATABASE_URL must begin with postgres:// or postgresql://');
    }
    return { engine: 'postgresql', url, release: () => Promise.resolve() };
  }
  const isAllowed = ['1', 'true'].includes(settings.ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION ?? '');
  if (settings.NODE_ENV === 'production' && !isAllowed) {
    throw new RangeError(
      'DATABASE_URL is not set. The embedded database does not survive a power cut; to use it in ' +
        'production all the same, set ATLAS_ALLOW_EMBEDDED_IN_PRODUCTION=1.',
    );
  }
  const embedded = await connectEmbedded(folder || '.data');
  return {
    engine: 'embedded',
    get url() {
      return embedded.url;
    },
    release: () => embedded.release(),
  };
}
