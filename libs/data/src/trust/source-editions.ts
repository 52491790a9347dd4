import type { DataSource } from 'typeorm';

export interface SourceEditions {
  id: number;
  slug: string;
  name: string;
  /** ISO dates; null where it names no business. */
  firstEdition: string | null;
  newestEdition: string | null;
}

/** Reads all that the sources said of businesses, a second for each million: keep it. */
export function readSourceEditions(database: DataSource): Promise<SourceEditions[]> {
  return database.query<SourceEditions[]>(
    `SELECT source.id, slug, name, min(first_seen_on)::text AS "firstEdition",
            max(last_seen_on)::text AS "newestEdition"
     FROM source LEFT JOIN source_record AS record ON record.source_id = source.id
     GROUP BY source.id ORDER BY source.id`,
  );
}
