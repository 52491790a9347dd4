import type { DataSource } from 'typeorm';

/**
 * For after a bulk load: gives the planner its statistics (the embedded engine has no autovacuum)
 * and merges the names that the search indexes have put aside, or every search would read them.
 */
export async function settleBusinessTables(database: DataSource): Promise<void> {
  // side by side: on a server each has a core, and merging the names is a tenth of a whole import
  await Promise.all(
    [
      `ANALYZE business, business_location, business_sector, source_record`,
      `SELECT gin_clean_pending_list('business_name_words')`,
      `SELECT gin_clean_pending_list('business_name_trigrams')`,
    ].map((statement) => database.query(statement)),
  );
}
