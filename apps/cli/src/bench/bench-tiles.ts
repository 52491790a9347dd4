import { loadPoints, openDatabase, resolveSelection, type OpenDatabase } from '@cluster-atlas/data';
import { SelectionQuery } from '@cluster-atlas/contract';
import { toMercator } from '@cluster-atlas/geo';
import {
  countTile,
  encodeCountTile,
  siteTile,
  type PointStore,
  type Selection,
  type Tile,
} from '@cluster-atlas/points';
import { percentile } from './percentile.js';
import type { ScratchDatabase } from './scratch-database.js';

interface TileBench {
  zoom: number;
  tiles: number;
  /** Milliseconds for one tile. */
  storeP50: number;
  storeP99: number;
  postgisP50: number;
  postgisP99: number;
  /** PostGIS over ours. */
  ratioP99: number;
}

export interface TilesBench {
  businesses: number;
  bytesPerPoint: number | null;
  loadSeconds: number;
  zooms: TileBench[];
}

const ZOOMS = [8, 10, 12, 14, 15, 16];
const TILES_PER_ZOOM = 60;
const FIRST_SITE_ZOOM = 14;

/** Tiles from the point store, beside `ST_AsMVT` over the same table and the same tiles. */
export async function benchTiles({ environment }: ScratchDatabase): Promise<TilesBench> {
  const { database, close } = await openDatabase(environment);
  try {
    const started = performance.now();
    const store = await loadPoints(database);
    const loadSeconds = (performance.now() - started) / 1000;
    const selection = await resolveSelection(
      database,
      SelectionQuery.parse({ sectorGroup: 'dcms-digital' }),
    );
    const zooms: TileBench[] = [];
    for (const zoom of ZOOMS) zooms.push(await benchZoom(database, { store, selection, zoom }));
    return {
      businesses: store.businessCount,
      bytesPerPoint: store.bytesPerPoint,
      loadSeconds,
      zooms,
    };
  } finally {
    await close();
  }
}

async function benchZoom(
  database: OpenDatabase['database'],
  { store, selection, zoom }: { store: PointStore; selection: Selection; zoom: number },
): Promise<TileBench> {
  const tiles = await tilesOfBusinesses(database, zoom);
  const isSites = zoom >= FIRST_SITE_ZOOM;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const tile of [...tiles, ...tiles]) {
    // the first round warms both up
    ours.push(
      await milliseconds(() =>
        isSites ? siteTile(store, tile, selection) : count(store, tile, selection),
      ),
    );
    theirs.push(
      await milliseconds(() => database.query(isSites ? SITES : COUNTS, [tile.z, tile.x, tile.y])),
    );
  }
  const [own, postgis] = [ours.slice(tiles.length), theirs.slice(tiles.length)];
  return {
    zoom,
    tiles: tiles.length,
    storeP50: percentile(own, 0.5),
    storeP99: percentile(own, 0.99),
    postgisP50: percentile(postgis, 0.5),
    postgisP99: percentile(postgis, 0.99),
    ratioP99: percentile(postgis, 0.99) / percentile(own, 0.99),
  };
}

function count(store: PointStore, tile: Tile, selection: Selection): Uint8Array | null {
  const counts = countTile(store, tile, selection);
  return counts && encodeCountTile(counts);
}

/** Where people look: the tiles of businesses taken evenly from the table. */
async function tilesOfBusinesses(database: OpenDatabase['database'], z: number): Promise<Tile[]> {
  const places = await database.query<{ longitude: number; latitude: number }[]>(
    `SELECT ST_X(position) AS longitude, ST_Y(position) AS latitude FROM business_location
     WHERE id % greatest((SELECT max(id) / ${TILES_PER_ZOOM} FROM business_location), 1) = 0
     ORDER BY id LIMIT ${TILES_PER_ZOOM}`,
  );
  const tiles = new Map<string, Tile>();
  for (const { longitude, latitude } of places) {
    const { x, y } = toMercator(longitude, latitude);
    const tile = { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
    tiles.set(`${tile.x}/${tile.y}`, tile);
  }
  return [...tiles.values()];
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const DIGITAL = `EXISTS (
  SELECT FROM business_sector AS link JOIN sector ON sector.id = link.sector_id
  WHERE link.business_id = location.business_id
    AND left(sector.code, 4) = ANY((SELECT codes FROM sector_group WHERE slug = 'dcms-digital')::text[])
)`;

const IN_TILE = `location.position && ST_Transform(ST_TileEnvelope($1, $2, $3, margin => 64.0 / 4096), 4326)`;

const SITES = `
  SELECT ST_AsMVT(site, 'sites', 4096, 'geometry') FROM (
    SELECT ST_AsMVTGeom(ST_Transform(position, 3857), ST_TileEnvelope($1, $2, $3), 4096, 64) AS geometry,
           easting, northing, count(*) AS all, count(*) FILTER (WHERE ${DIGITAL}) AS matching
    FROM business_location AS location WHERE ${IN_TILE}
    GROUP BY position, easting, northing
  ) AS site`;

/** The same 64 × 64 cells, as points of a tile. */
const COUNTS = `
  SELECT ST_AsMVT(cell, 'cells', 64, 'geometry') FROM (
    SELECT ST_AsMVTGeom(ST_Transform(position, 3857), ST_TileEnvelope($1, $2, $3), 64, 0) AS geometry,
           count(*) AS all, count(*) FILTER (WHERE ${DIGITAL}) AS matching
    FROM business_location AS location WHERE ${IN_TILE.replace('64.0 / 4096', '0')}
    GROUP BY 1
  ) AS cell WHERE geometry IS NOT NULL`;
