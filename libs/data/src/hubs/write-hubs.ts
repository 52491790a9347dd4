import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';

export interface NewHub {
  slug: string;
  name: string;
  kind: string;
  longitude: number;
  latitude: number;
  /** How far the position may be off. */
  positionErrorMetres: number | null;
}

/** Adds hubs and updates those whose slug is known, in one transaction; the last of a slug wins. */
export async function writeHubs(
  database: DataSource,
  hubs: readonly NewHub[],
  { sourceId, actor }: { sourceId: number; actor: string },
): Promise<{ imported: number; updated: number }> {
  const distinct = [...new Map(hubs.map((hub) => [hub.slug, hub])).values()];
  return database.transaction(async (manager) => {
    const written = await manager.query<{ id: number; isNew: boolean }[]>(
      `INSERT INTO hub (source_id, slug, name, kind, position, position_error_metres)
       SELECT $1, slug, name, kind, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), error
       FROM unnest($2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::integer[])
         AS row (slug, name, kind, longitude, latitude, error)
       ON CONFLICT (slug) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, position = excluded.position,
           position_error_metres = excluded.position_error_metres, source_id = excluded.source_id
       WHERE (hub.name, hub.kind, ST_AsBinary(hub.position), hub.position_error_metres) IS DISTINCT FROM
             (excluded.name, excluded.kind, ST_AsBinary(excluded.position), excluded.position_error_metres)
       RETURNING id, xmax = 0 AS "isNew"`,
      [
        sourceId,
        distinct.map(({ slug }) => slug),
        distinct.map(({ name }) => name),
        distinct.map(({ kind }) => kind),
        distinct.map(({ longitude }) => longitude),
        distinct.map(({ latitude }) => latitude),
        distinct.map((hub) => hub.positionErrorMetres),
      ],
    );
    await recordChange(manager, {
      actor,
      kind: 'hub.changed',
      entityIds: written.map(({ id }) => id),
    });
    const imported = written.filter(({ isNew }) => isNew).length;
    return { imported, updated: written.length - imported };
  });
}
