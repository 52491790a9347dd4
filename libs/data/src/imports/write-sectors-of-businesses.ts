import type { EntityManager } from 'typeorm';
import type { PlacedRow, UpdatedRow } from './register-batch.js';

/** In the filer's order: the first is the primary activity. */
export async function insertSectors(
  manager: EntityManager,
  classified: readonly { businessId: number; row: Pick<PlacedRow, 'sectorIds'> }[],
): Promise<void> {
  const links = classified.flatMap(({ businessId, row }) =>
    row.sectorIds.map((sectorId, order) => ({ businessId, position: order + 1, sectorId })),
  );
  if (links.length === 0) return;
  await manager.query(
    `INSERT INTO business_sector (business_id, position, sector_id)
     SELECT * FROM unnest($1::integer[], $2::smallint[], $3::integer[])`,
    [
      links.map((link) => link.businessId),
      links.map((link) => link.position),
      links.map((link) => link.sectorId),
    ],
  );
}

/** Nothing is replaced of a file that has no column for them, nor of a company that its register holds. */
export async function replaceSectors(
  manager: EntityManager,
  updated: readonly UpdatedRow[],
): Promise<void> {
  const classified = updated
    .filter(({ row, isJoined }) => row.stated.sectors && !isJoined)
    .map(({ row, record }) => ({ businessId: record.businessId, row }));
  await manager.query(`DELETE FROM business_sector WHERE business_id = ANY($1)`, [
    classified.map(({ businessId }) => businessId),
  ]);
  await insertSectors(manager, classified);
}
