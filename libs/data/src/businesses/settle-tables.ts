import type { DataSource } from 'typeorm';

/**
 * For after a bulk load: gives the planner its statistics (the embedded engine has no autovacuum)
 * and merges the names that the search indexes have put aside, or every search would read them.
 */
export async function settleBusinessTables(database: DataSource): Promise<void> {
  await database.query(`ANALYZE business, business_location, business_sector, source_record`);
  await database.query(
    `SELECT gin_clean_pending_list('business_name_words'), gin_clean_pending_list('business_name_trigrams')`,
  );
}
