import type { DataSource, EntityManager } from 'typeorm';
import type { MultiPolygon } from 'geojson';
import { recordChange } from '../changes/record-changes.js';
import { businessesInsideHubs } from './inside-hubs.js';

export interface NewHub {
  slug: string;
  name: string;
  kind: string;
  longitude: number;
  latitude: number;
  /** How far the position may be off. */
  positionErrorMetres: number | null;
  /** Degrees, valid; null: none; absent: what is known stays. */
  boundary?: MultiPolygon | null;
}

/** One row of the feed holds so many ids. */
const BATCH_IDS = 2_000;

/** Adds hubs and updates those whose slug is known, in one transaction; the last of a slug wins. */
export async function writeHubs(
  database: DataSource,
  hubs: readonly NewHub[],
  { sourceId, actor }: { sourceId: number; actor: string },
): Promise<{ imported: number; updated: number }> {
  const distinct = [...new Map(hubs.map((hub) => [hub.slug, hub])).values()];
  const bounded = distinct.filter((hub) => hub.boundary !== undefined).map(({ slug }) => slug);
  return database.transaction(async (manager) => {
    const before = await businessesInsideHubs(manager, bounded);
    const written = await manager.query<{ id: number; slug: string; isNew: boolean }[]>(
      `INSERT INTO hub (source_id, slug, name, kind, position, position_error_metres, boundary)
       SELECT $1, row.slug, row.name, row.kind, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), error,
              CASE WHEN states_boundary THEN ST_SetSRID(ST_GeomFromGeoJSON(row.boundary), 4326)
                   ELSE known.boundary END
       FROM unnest($2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::integer[],
                   $8::text[], $9::boolean[])
         AS row (slug, name, kind, longitude, latitude, error, boundary, states_boundary)
       LEFT JOIN hub AS known ON known.slug = row.slug
       ON CONFLICT (slug) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, position = excluded.position,
           position_error_metres = excluded.position_error_metres, boundary = excluded.boundary,
           source_id = excluded.source_id
       WHERE (hub.name, hub.kind, ST_AsBinary(hub.position), hub.position_error_metres,
              ST_AsBinary(hub.boundary)) IS DISTINCT FROM
             (excluded.name, excluded.kind, ST_AsBinary(excluded.position),
              excluded.position_error_metres, ST_AsBinary(excluded.boundary))
       RETURNING id, slug, xmax = 0 AS "isNew"`,
      [
        sourceId,
        distinct.map(({ slug }) => slug),
        distinct.map(({ name }) => name),
        distinct.map(({ kind }) => kind),
        distinct.map(({ longitude }) => longitude),
        distinct.map(({ latitude }) => latitude),
        distinct.map((hub) => hub.positionErrorMetres),
        distinct.map(({ boundary }) => boundary && JSON.stringify(boundary)),
        distinct.map(({ boundary }) => boundary !== undefined),
      ],
    );
    await recordChange(manager, {
      actor,
      kind: 'hub.changed',
      entityIds: written.map(({ id }) => id),
    });
    if (written.some(({ slug }) => bounded.includes(slug))) {
      await recordExempted(manager, { actor, before, bounded });
    }
    const imported = written.filter(({ isNew }) => isNew).length;
    return { imported, updated: written.length - imported };
  });
}

/** Whether an address is a mass address changes for those inside a boundary, before and after. */
async function recordExempted(
  manager: EntityManager,
  { actor, before, bounded }: { actor: string; before: readonly number[]; bounded: string[] },
): Promise<void> {
  const after = await businessesInsideHubs(manager, bounded);
  const ids = [...new Set([...before, ...after])];
  for (let from = 0; from < ids.length; from += BATCH_IDS) {
    const entityIds = ids.slice(from, from + BATCH_IDS);
    await recordChange(manager, { actor, kind: 'business.address-judged', entityIds });
  }
}
