import { openDatabase, type OpenDatabase } from '@cluster-atlas/data';
import { readConfig } from './config.js';

/** Opens the configured database for the work, and closes it after. */
export async function withDatabase<Result>(
  work: (database: OpenDatabase['database']) => Promise<Result>,
): Promise<Result> {
  const { database, close } = await openDatabase(readConfig().database);
  try {
    return await work(database);
  } finally {
    await close();
  }
}
