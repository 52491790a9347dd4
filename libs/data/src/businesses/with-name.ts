import type { DataSource } from 'typeorm';
import type { FoundBusinesses } from '../analyses/business-summaries.js';

/** Of more the names are not looked through: they take a second. */
const MOST_BUSINESSES = 200_000;

/**
 * Those with a text in their name, in any case.
 *
 * @throws {RangeError} if there are too many to look through
 */
export async function withName(
  database: DataSource,
  { ids, eastings, northings }: FoundBusinesses,
  text: string,
): Promise<FoundBusinesses> {
  if (ids.length > MOST_BUSINESSES) {
    throw new RangeError(
      `Names can be looked for among at most ${MOST_BUSINESSES} businesses, not ${ids.length}.`,
    );
  }
  const rows = await database.query<{ id: number }[]>(
    `SELECT id FROM business WHERE id = ANY($1::integer[]) AND name ILIKE $2`,
    [[...ids], `%${text.replace(/[\\%_]/g, '\\$&')}%`],
  );
  const named = new Set(rows.map(({ id }) => id));
  const isNamed = (_: number, i: number) => named.has(ids[i]!);
  return {
    ids: ids.filter(isNamed),
    eastings: eastings.filter(isNamed),
    northings: northings.filter(isNamed),
  };
}
