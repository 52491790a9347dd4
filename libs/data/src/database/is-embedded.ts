import type { DataSource } from 'typeorm';

/** Whether the database is our embedded engine, as it tells of itself. */
export async function isEmbedded(database: DataSource): Promise<boolean> {
  const [server] = await database.query<{ version: string }[]>('SELECT version()');
  return server!.version.includes('PGlite');
}
