import type { DrawnTile } from './data-tile-layer.js';
import { siteRadius } from './draw-sites.js';
import type { Site } from './site-tile.js';

/** How far beside a circle a finger may come down, in pixels. */
const TOLERANCE = 6;

/**
 * The site with a match whose circle is at a position; of several, the one whose middle is nearest.
 *
 * @param pixel in the world at the tiles' zoom
 */
export function findSite(
  tiles: readonly DrawnTile<Site[]>[],
  pixel: { x: number; y: number },
): Site | null {
  let found: Site | null = null;
  let nearest = Infinity;
  for (const { data, coords, size } of tiles) {
    for (const site of data) {
      if (site.matching === 0) continue;
      const x = (coords.x + site.x) * size;
      const y = (coords.y + site.y) * size;
      const distance = Math.hypot(x - pixel.x, y - pixel.y);
      if (distance > siteRadius(site.matching) + TOLERANCE || distance >= nearest) continue;
      found = site;
      nearest = distance;
    }
  }
  return found;
}
