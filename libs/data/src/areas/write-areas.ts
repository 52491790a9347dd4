import type { MultiPolygon, Polygon } from 'geojson';
import type { DataSource } from 'typeorm';
import { recordChange } from '../changes/record-changes.js';
import { validPolygons } from './valid-polygons.js';

export interface NewArea {
  code: string;
  name: string;
  boundary: Polygon | MultiPolygon;
}

export interface WrittenAreas {
  imported: number;
  updated: number;
  /** Boundaries that crossed themselves, or the like, and were made valid. */
  repaired: number;
  /** Codes of the areas of which the repair left nothing. */
  empty: string[];
}

/**
 * Adds areas to a layer and updates those whose code it has, in one transaction. Each code once.
 *
 * A boundary that is not valid is repaired by ST_MakeValid, of whose result the polygons count.
 */
export async function writeAreas(
  database: DataSource,
  areas: readonly NewArea[],
  { sourceId, layer, actor }: { sourceId: number; layer: string; actor: string },
): Promise<WrittenAreas> {
  return database.transaction(async (manager) => {
    const rows = await manager.query<AreaRow[]>(UPSERT, [
      sourceId,
      layer,
      areas.map(({ code }) => code),
      areas.map(({ name }) => name),
      areas.map(({ boundary }) => JSON.stringify(boundary)),
    ]);
    const entityIds = rows.flatMap(({ id }) => (id === null ? [] : [id]));
    await recordChange(manager, { actor, kind: 'area.changed', entityIds });
    return {
      imported: rows.filter(({ isNew }) => isNew).length,
      updated: rows.filter(({ isNew }) => isNew === false).length,
      repaired: rows.filter(({ isValid, isEmpty }) => !isValid && !isEmpty).length,
      empty: rows.filter(({ isEmpty }) => isEmpty).map(({ code }) => code),
    };
  });
}

interface AreaRow {
  code: string;
  isValid: boolean;
  isEmpty: boolean;
  /** Null where nothing was written. */
  id: number | null;
  isNew: boolean | null;
}

const UPSERT = `
  WITH given AS (
    SELECT code, name, ST_SetSRID(ST_GeomFromGeoJSON(geometry), 4326) AS geometry
    FROM unnest($3::text[], $4::text[], $5::text[]) AS row (code, name, geometry)
  ), repaired AS (
    SELECT code, name, ST_IsValid(geometry) AS is_valid,
           ${validPolygons('geometry')} AS boundary
    FROM given
  ), written AS (
    INSERT INTO area (source_id, layer, code, name, boundary)
    SELECT $1, $2, code, name, boundary FROM repaired WHERE NOT ST_IsEmpty(boundary)
    ON CONFLICT (layer, code) DO UPDATE
    SET name = excluded.name, boundary = excluded.boundary, source_id = excluded.source_id
    WHERE (area.name, ST_AsBinary(area.boundary)) IS DISTINCT FROM (excluded.name, ST_AsBinary(excluded.boundary))
    RETURNING id, code, xmax = 0 AS is_new
  )
  SELECT repaired.code, is_valid AS "isValid", ST_IsEmpty(boundary) AS "isEmpty",
         written.id, is_new AS "isNew"
  FROM repaired LEFT JOIN written ON written.code = repaired.code
  ORDER BY repaired.code`;
