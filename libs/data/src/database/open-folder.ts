import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { postgis } from '@electric-sql/pglite-postgis';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

const DATA = 'postgres';
const UNFINISHED = 'postgres.unfinished';

/** WebAssembly's stack ends far below PostgreSQL's default of 2 MB, and running over it loses the session. */
const START_PARAMETERS = ['-c', 'max_stack_depth=200kB', '-c', 'TimeZone=UTC'];

/** Opens the database in the working folder, which the process must have locked, or makes a new one. */
export async function openWorkingFolder(): Promise<PGlite> {
  if (!existsSync(DATA)) await createData();
  const database = await PGlite.create({
    dataDir: DATA,
    extensions: { postgis, pg_trgm, pgcrypto, btree_gin, btree_gist },
    startParams: [...PGlite.defaultStartParams, ...START_PARAMETERS],
  });
  await database.exec('CREATE EXTENSION IF NOT EXISTS postgis');
  return database;
}

/** Renamed when complete, so that a process killed in between leaves nothing that looks like a database. */
async function createData(): Promise<void> {
  await rm(UNFINISHED, { recursive: true, force: true });
  const database = await PGlite.create({ dataDir: UNFINISHED });
  await database.close();
  await rename(UNFINISHED, DATA);
}
