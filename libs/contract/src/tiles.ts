/** From this zoom on tiles hold points, one for each site; below it, counts in cells. */
export const POINT_ZOOM = 14;

/** Closer zooms show the cells of this one larger: about 180 m wide in Great Britain. */
export const FINEST_CELL_ZOOM = 11;

/** Cells along each side of a count tile. */
export const COUNT_TILE_CELLS = 64;

/** Name of the one layer in a point tile. */
export const POINT_TILE_LAYER = 'sites';

/** Units along each side of a point tile. */
export const POINT_TILE_EXTENT = 4096;

/**
 * A count tile, little-endian (of offices: those registered for `matching`, those trading for `all`): n as uint32, then n cells (uint16, row * 64 + column, from the
 * north-west), padded to 4 bytes, then n counts of matching businesses and n counts of all
 * (uint32 each). Empty tiles are answered 204.
 */
export interface CountTile {
  cells: Uint16Array;
  matching: Uint32Array;
  all: Uint32Array;
}

/** Properties of a point tile's features; the businesses at one exact place are one feature. */
export interface SiteProperties {
  /** Metres, EPSG:27700: names the site in `BusinessListQuery.site`. */
  easting: number;
  northing: number;
  matching: number;
  all: number;
}
