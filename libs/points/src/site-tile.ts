import { tileBox, type Tile } from './mercator-box.js';
import { compareMorton } from './morton.js';
import type { IndexedPoints } from './point-columns.js';
import { forEachSelectedIn, type Selection } from './selection.js';
import { isAtPlaceBefore } from './same-place.js';
import { SiteLedger, type Site } from './site-ledger.js';
import { encodePoints, type PointLayer, type PointProperty } from './vector-tile.js';

export const SITE_TILE_LAYER = 'sites';
export const SITE_TILE_EXTENT = 4096;

/** Units beyond the tile's edge, so that a symbol on the edge is whole in both tiles. */
const BUFFER = 64;

/**
 * A vector tile with one point for each exact place (easting, northing) at which businesses count:
 * its `easting` and `northing` in metres, EPSG:27700, and how many businesses are `matching` and
 * how many there are in `all`. Places off the grid have no such name and are left out.
 *
 * The same businesses give the same bytes, however the store was filled: the points follow the
 * Z-order curve.
 *
 * Source: Mapbox Vector Tile Specification 2.1.
 *
 * @returns null if there is none in the tile and 64 units around it
 * @throws {RangeError} if there is no such tile
 */
export function siteTile(
  points: IndexedPoints,
  tile: Tile,
  selection: Selection,
): Uint8Array | null {
  const sites = sitesIn(points, tile, selection);
  if (sites.length === 0) return null;
  return encodePoints(toLayer(sites, tile));
}

function toLayer(sites: readonly Site[], tile: Tile): PointLayer {
  const { west, north } = tileBox(tile);
  const unit = 2 ** (32 - tile.z) / SITE_TILE_EXTENT;
  const xs = new Int32Array(sites.length);
  const ys = new Int32Array(sites.length);
  const eastings = new Float64Array(sites.length);
  const northings = new Float64Array(sites.length);
  const matching = new Float64Array(sites.length);
  const all = new Float64Array(sites.length);
  sites.forEach((site, i) => {
    xs[i] = Math.floor((site.x - west) / unit);
    ys[i] = Math.floor((site.y - north) / unit);
    eastings[i] = site.easting;
    northings[i] = site.northing;
    matching[i] = site.matching;
    all[i] = site.all;
  });
  const properties: PointProperty[] = [
    { name: 'easting', type: 'double', values: eastings },
    { name: 'northing', type: 'double', values: northings },
    { name: 'matching', type: 'uint', values: matching },
    { name: 'all', type: 'uint', values: all },
  ];
  return { name: SITE_TILE_LAYER, extent: SITE_TILE_EXTENT, xs, ys, properties };
}

function sitesIn(points: IndexedPoints, tile: Tile, selection: Selection): Site[] {
  const { locations } = points.columns;
  const ledger = new SiteLedger(locations);
  const box = tileBox(tile, BUFFER / SITE_TILE_EXTENT);
  forEachSelectedIn(points, { selection, box }, (business) => {
    for (let i = 0; i < business.locationCount; i++) {
      if (isAtPlaceBefore(locations, business.locations, i)) continue;
      ledger.count(business.locations[i]!, business.matches);
    }
  });
  return ledger.sites.sort(
    (a, b) => compareMorton(a, b) || a.easting - b.easting || a.northing - b.northing,
  );
}
