import type { DataSource } from 'typeorm';

/** The first day of which anything loaded tells, in days since 1970-01-01; null where nothing is. */
export async function firstEdition(
  database: DataSource,
): Promise<{ date: string; day: number } | null> {
  const [row] = await database.query<{ date: string | null; day: number | null }[]>(
    `SELECT min(first_seen_on)::text AS date, min(first_seen_on) - DATE '1970-01-01' AS day FROM source_record`,
  );
  return row?.date == null || row.day === null ? null : { date: row.date, day: row.day };
}

/** @param date days since 1970-01-01 */
export async function dateWarnings(database: DataSource, date: number): Promise<string[]> {
  return survivorWarnings(await firstEdition(database), date);
}

/** @param date days since 1970-01-01 */
export function survivorWarnings(
  edition: Awaited<ReturnType<typeof firstEdition>>,
  date: number,
): string[] {
  if (!edition || date >= edition.day) return [];
  return [
    `Survivors only: the date is before the first loaded edition (${edition.date}), which holds no business that had closed by then.`,
  ];
}
