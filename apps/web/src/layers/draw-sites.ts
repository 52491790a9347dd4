import type { DrawnTile } from './data-tile-layer.js';
import type { MapColours } from './map-colours.js';
import type { Site } from './site-tile.js';

/** The largest circle's radius in pixels, and so how far a drawing may leave its tile. */
export const SITE_MARGIN = 20;

/** Radius in pixels: a badge has room for its number, and a thousand are not ten times one hundred. */
export function siteRadius(matching: number): number {
  if (matching === 0) return 3;
  if (matching === 1) return 6;
  return Math.min(SITE_MARGIN - 1, 9 + 3.2 * Math.log10(matching));
}

/** The badge's text: `1.2k` from 1000 on. */
export function siteBadge(matching: number): string {
  if (matching < 1000) return String(matching);
  const thousands = matching / 1000;
  return `${thousands < 10 ? thousands.toFixed(1) : Math.round(thousands)}k`;
}

/** A circle for each site, with the number of its matching businesses if there are several. */
export function drawSites(
  context: CanvasRenderingContext2D,
  { data, size }: DrawnTile<Site[]>,
  colours: MapColours,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // the fullest last, so that they lie on top
  const sites = data.toSorted((a, b) => a.matching - b.matching);
  for (const { x, y, matching } of sites) {
    const radius = siteRadius(matching);
    context.beginPath();
    context.arc(x * size, y * size, radius, 0, 2 * Math.PI);
    context.fillStyle = matching === 0 ? colours.others : colours.site;
    context.fill();
    if (matching === 0) continue;
    context.lineWidth = 1.5;
    context.strokeStyle = colours.siteEdge;
    context.stroke();
    if (matching === 1) continue;
    context.fillStyle = colours.siteText;
    context.font = `600 ${matching < 100 ? 11 : 12}px system-ui, sans-serif`;
    context.fillText(siteBadge(matching), x * size, y * size + 0.5);
  }
}
