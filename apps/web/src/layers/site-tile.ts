import { POINT_TILE_EXTENT, POINT_TILE_LAYER, type SiteProperties } from '@cluster-atlas/contract';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';

export interface Site extends SiteProperties {
  /** Fractions of the tile's side from its north-west corner. */
  x: number;
  y: number;
}

/** Reads the sites of a point tile; those of its neighbours, which a tile may repeat, are left out. */
export function decodeSiteTile(buffer: ArrayBuffer): Site[] {
  const layer = new VectorTile(new Pbf(new Uint8Array(buffer))).layers[POINT_TILE_LAYER];
  const sites: Site[] = [];
  for (let i = 0; i < (layer?.length ?? 0); i++) {
    const feature = layer!.feature(i);
    const point = feature.loadGeometry()[0]?.[0];
    if (!point) continue;
    const x = point.x / POINT_TILE_EXTENT;
    const y = point.y / POINT_TILE_EXTENT;
    if (x < 0 || x >= 1 || y < 0 || y >= 1) continue;
    sites.push({ x, y, ...(feature.properties as unknown as SiteProperties) });
  }
  return sites;
}
