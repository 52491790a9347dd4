import type { DataSource } from 'typeorm';

/** Of more the names are not looked through: they take a second. */
const MOST_BUSINESSES = 200_000;

/**
 * Which of the businesses have a text in their name, in any case.
 *
 * @returns their places in `ids`
 * @throws {RangeError} if there are too many to look through
 */
export async function withName(
  database: DataSource,
  ids: Uint32Array,
  text: string,
): Promise<Uint32Array> {
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
  return Uint32Array.from(ids.keys()).filter((at) => named.has(ids[at]!));
}
