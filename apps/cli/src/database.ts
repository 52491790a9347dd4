import { createDataSource, installTaxonomy } from '@cluster-atlas/data';
import type { DataSource } from 'typeorm';
import { readConfig } from './config.js';

/** Opens the configured database, brings its schema up to date, and closes it after the work. */
export async function withDatabase<Result>(
  work: (database: DataSource) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl } = readConfig();
  const database = await createDataSource(databaseUrl!).initialize();
  try {
    await database.runMigrations();
    await installTaxonomy(database);
    return await work(database);
  } finally {
    await database.destroy();
  }
}
