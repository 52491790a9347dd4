import type { DataSource } from 'typeorm';

/** Of more the names are not looked through: they take a second. */
const MOST_BUSINESSES = 200_000;

/**
 * Which of the businesses have a text in their name, in any case.
 *
 * @param text undefined: all
 * @returns their places in `ids`
 * @throws {RangeError} if there are too many to look through
 */
export async function namedAs(
  database: DataSource,
  ids: Uint32Array,
  text: string | undefined,
): Promise<Uint32Array> {
  const all = Uint32Array.from(ids.keys());
  if (text === undefined) return all;
  checkNumber(ids, 'Names can be looked for among');
  const rows = await database.query<{ id: number }[]>(
    `SELECT id FROM business WHERE id = ANY($1::integer[]) AND name ILIKE $2`,
    [[...ids], `%${text.replace(/[\\%_]/g, '\\$&')}%`],
  );
  const named = new Set(rows.map(({ id }) => id));
  return all.filter((at) => named.has(ids[at]!));
}

const ORDERS = {
  // of one collation on every engine
  name: 'lower(name) COLLATE "C", id',
  jobs: 'jobs_low DESC NULLS LAST, lower(name) COLLATE "C", id',
};

/**
 * The businesses by name, or by stated jobs, the most first; only those that are there.
 *
 * @throws {RangeError} if there are too many to look through
 */
export async function orderedIds(
  database: DataSource,
  ids: Uint32Array,
  order: keyof typeof ORDERS,
): Promise<number[]> {
  checkNumber(ids, 'A list can be sorted so of');
  const rows = await database.query<{ id: number }[]>(
    `SELECT id FROM business WHERE id = ANY($1::integer[]) ORDER BY ${ORDERS[order]}`,
    [[...ids]],
  );
  return rows.map(({ id }) => id);
}

function checkNumber({ length }: Uint32Array, what: string): void {
  if (length <= MOST_BUSINESSES) return;
  throw new RangeError(`${what} at most ${MOST_BUSINESSES} businesses, not ${length}.`);
}
