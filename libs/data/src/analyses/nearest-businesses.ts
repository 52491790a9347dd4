import type { HubDensity } from '@cluster-atlas/contract';
import type { Neighbourhood } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';

type NearestRow = Omit<HubDensity['nearest'][number], 'distance'> & { key: number };

/** The matching businesses nearest to the centre; at equal distance the older entry comes first. */
export async function nearestBusinesses(
  database: DataSource,
  { ids, distances, matching }: Neighbourhood,
  most: number,
): Promise<HubDensity['nearest']> {
  const distanceOf = new Map<number, number>();
  for (let i = 0; i < ids.length && distanceOf.size < most; i++) {
    if (matching[i] === 1) distanceOf.set(ids[i]!, distances[i]!);
  }
  const rows = await database.query<NearestRow[]>(
    `SELECT business.id AS key, public_id AS id, name, sector.code || ' ' || sector.title AS sector,
            (SELECT postcode FROM business_location
             WHERE business_id = business.id AND valid_to IS NULL ORDER BY id LIMIT 1) AS postcode
     FROM business
     LEFT JOIN business_sector AS link ON link.business_id = business.id AND link.position = 1
     LEFT JOIN sector ON sector.id = link.sector_id
     WHERE business.id = ANY($1)`,
    [[...distanceOf.keys()]],
  );
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return [...distanceOf].flatMap(([key, distance]) => {
    const row = rowOf.get(key);
    if (!row) return [];
    const { id, name, postcode, sector } = row;
    return [{ id, name, distance, postcode, sector }];
  });
}
