import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { resolveDatabase, type DatabaseSettings } from './database/resolve-database.js';
import { installTaxonomy } from './sectors/install-taxonomy.js';

export interface OpenDatabase {
  engine: 'embedded' | 'postgresql';
  database: DataSource;
  close: () => Promise<void>;
}

/**
 * Opens the configured database and brings its schema and built-in sectors up to date.
 *
 * @throws {RangeError} if the settings name no usable database
 */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { engine, url, release } = await resolveDatabase(settings);
  const database = createDataSource(url);
  const close = async () => {
    if (database.isInitialized) await database.destroy();
    await release();
  };
  try {
    await database.initialize();
    await database.runMigrations();
    await installTaxonomy(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { engine, database, close };
}
