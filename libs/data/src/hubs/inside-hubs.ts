import type { DataSource, EntityManager } from 'typeorm';

const INSIDE = `hub JOIN business_location AS location
  ON hub.boundary IS NOT NULL AND ST_Intersects(hub.boundary, location.position)`;

/** Many firms inside a hub are no formation agent's work. */
export async function postcodesInsideHubs(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ postcode: string }[]>(
    `SELECT DISTINCT location.postcode FROM ${INSIDE} WHERE location.postcode IS NOT NULL`,
  );
  return rows.map(({ postcode }) => postcode);
}

/** Businesses with a place inside the boundaries of some hubs, by id. */
export async function businessesInsideHubs(
  manager: EntityManager,
  slugs: readonly string[],
): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    `SELECT DISTINCT business_id AS id FROM ${INSIDE} WHERE hub.slug = ANY($1) ORDER BY id`,
    [slugs],
  );
  return rows.map(({ id }) => id);
}
