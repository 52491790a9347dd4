import type { DataSource } from 'typeorm';

/** @param date days since 1970-01-01 */
export async function dateWarnings(database: DataSource, date: number): Promise<string[]> {
  const [row] = await database.query<{ edition: string | null; days: number | null }[]>(
    `SELECT min(first_seen_on)::text AS edition, min(first_seen_on) - DATE '1970-01-01' AS days FROM source_record`,
  );
  if (row?.days == null || date >= row.days) return [];
  return [
    `Survivors only: the date is before the first loaded edition (${row.edition}), which holds no business that had closed by then.`,
  ];
}
