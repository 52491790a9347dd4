import { toMercator } from '@cluster-atlas/geo';
import { GridLayer, type Coords } from 'leaflet';
import type { PlacedBusiness } from '../private-list/listed-business.js';

/** Businesses of the reader's list at one place. */
export interface ListSite {
  businesses: PlacedBusiness[];
  longitude: number;
  latitude: number;
  /** Shares of the world's width in web mercator, from its north-west corner. */
  x: number;
  y: number;
}

export interface MarkColours {
  fill: string;
  edge: string;
  text: string;
}

/** Pixels around a tile on which its drawing may lie: a mark and its number. */
const MARGIN = 40;
const RADIUS = 8;
/** Marks lie above the outlines of clusters and below the hubs. */
export const LIST_PANE = 'private-list';

/** Businesses at equal positions, which share a postcode, are one site. */
export function toListSites(businesses: readonly PlacedBusiness[]): ListSite[] {
  const sites = new Map<string, ListSite>();
  for (const business of businesses) {
    const { longitude, latitude } = business.place;
    const key = `${longitude},${latitude}`;
    const site = sites.get(key);
    if (site) site.businesses.push(business);
    else {
      const position = { longitude, latitude, ...toMercator(longitude, latitude) };
      sites.set(key, { businesses: [business], ...position });
    }
  }
  return [...sites.values()];
}

/** A triangle for each site, with the number of its businesses beside it if there are several. */
export class ListMarkLayer extends GridLayer {
  constructor(
    private readonly sites: readonly ListSite[],
    private readonly colours: MarkColours,
  ) {
    super({ noWrap: true, pane: LIST_PANE });
  }

  override createTile({ x, y, z }: Coords): HTMLElement {
    const size = this.getTileSize().x;
    const side = size + 2 * MARGIN;
    const scale = window.devicePixelRatio || 1;
    const element = document.createElement('div');
    const canvas = document.createElement('canvas');
    canvas.width = side * scale;
    canvas.height = side * scale;
    canvas.style.cssText = `position:absolute;inset:${-MARGIN}px;width:${side}px;height:${side}px`;
    element.append(canvas);
    const context = canvas.getContext('2d')!;
    context.scale(scale, scale);
    context.translate(MARGIN, MARGIN);
    const tiles = 2 ** z;
    for (const site of this.sites) {
      const [column, row] = [site.x * tiles - x, site.y * tiles - y];
      // each site is drawn by one tile
      if (column < 0 || column >= 1 || row < 0 || row >= 1) continue;
      drawMark(context, { x: column * size, y: row * size }, site.businesses.length, this.colours);
    }
    return element;
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  count: number,
  { fill, edge, text }: MarkColours,
): void {
  context.beginPath();
  context.moveTo(x, y - RADIUS);
  context.lineTo(x + RADIUS, y + 0.75 * RADIUS);
  context.lineTo(x - RADIUS, y + 0.75 * RADIUS);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
  if (count === 1) return;
  context.font = '700 12px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.strokeText(String(count), x + RADIUS + 2, y);
  context.fillStyle = text;
  context.fillText(String(count), x + RADIUS + 2, y);
}
