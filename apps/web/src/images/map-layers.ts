import { standaloneSvg } from './standalone-svg.js';
import { PNG_SCALE } from './png.js';
import { svgElement } from './svg-elements.js';
import { paintElement } from './painted-element.js';

/** A tile that stands where the map shows it. */
interface DrawableTile {
  source: CanvasImageSource;
  /** On the screen. */
  box: DOMRect;
}

/** The vectors of one of Leaflet's panes, in its order. */
export function vectorsOf(pane: Element, frame: DOMRect): SVGElement[] {
  return [...pane.querySelectorAll<SVGSVGElement>(':scope > svg')].map((svg) => {
    const box = svg.getBoundingClientRect();
    const copy = standaloneSvg(svg);
    const place = { x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    // what lies outside of the view has an empty path
    for (const path of copy.querySelectorAll('path[d="M0 0"]')) path.remove();
    return copy;
  });
}

/** The canvases of a layer of tiles as one embedded image. */
export function canvasesOf(layer: HTMLElement, frame: DOMRect): SVGElement[] {
  const tiles = [...layer.querySelectorAll('canvas')].map((source) => ({
    source,
    box: source.getBoundingClientRect(),
  }));
  return embed(tiles, frame, layer);
}

/**
 * The raster tiles of a layer as one embedded image; null if their server does not let them be copied.
 *
 * They are asked for once more, as what may be copied: those on the map were asked for as what is only shown.
 */
export async function rasterOf(layer: HTMLElement, frame: DOMRect): Promise<SVGElement[] | null> {
  const shown = [...layer.querySelectorAll<HTMLImageElement>('img.leaflet-tile-loaded')].filter(
    ({ naturalWidth }) => naturalWidth > 0, // Leaflet calls one that the server lacks loaded too
  );
  try {
    if (shown[0]) await copyOf(shown[0].src); // who refuses one is not asked for all
    const tiles = shown.map(async (tile): Promise<DrawableTile> => {
      const source = await createImageBitmap(await copyOf(tile.src));
      return { source, box: tile.getBoundingClientRect() };
    });
    return embed(await Promise.all(tiles), frame, layer);
  } catch {
    return null;
  }
}

/**
 * Many servers say that a tile may be copied to those only who ask as one that wants to: then what the
 * browser has kept from showing it does not say so, and the tile is asked for past what is kept.
 *
 * @throws {TypeError} if the server does not let it be copied
 */
async function copyOf(address: string): Promise<Blob> {
  const response = await fetch(address).catch(() => fetch(address, { cache: 'reload' }));
  return response.blob();
}

function embed(tiles: readonly DrawableTile[], frame: DOMRect, layer: HTMLElement): SVGElement[] {
  if (tiles.length === 0) return [];
  const { width, height } = frame;
  const style = getComputedStyle(layer);
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const context = canvas.getContext('2d')!;
  context.scale(PNG_SCALE, PNG_SCALE);
  context.filter = style.filter;
  for (const { source, box } of tiles) {
    context.drawImage(source, box.x - frame.x, box.y - frame.y, box.width, box.height);
  }
  const href = canvas.toDataURL('image/png');
  return [svgElement('image', { href, width, height, opacity: style.opacity })];
}

/** A hub's diamond with its stem and name: they are made by a style sheet, see styles/hub-markers.css. */
export function hubMarkersOf(pane: Element, frame: DOMRect): SVGElement[] {
  return [...pane.querySelectorAll<HTMLElement>('.hub-marker')].map((marker) => {
    const [diamond, stem] = [
      getComputedStyle(marker, '::before'),
      getComputedStyle(marker, '::after'),
    ];
    const box = marker.getBoundingClientRect();
    const top = box.y - frame.y + parseFloat(getComputedStyle(marker).paddingTop);
    const x = box.x - frame.x + box.width / 2;
    const [side, edge] = [parseFloat(diamond.width), parseFloat(diamond.borderTopWidth)];
    const [wide, tall] = [parseFloat(stem.width), parseFloat(stem.height)];
    const y = top + side / 2;
    const inner = side - edge;
    return svgElement(
      'g',
      { class: 'hub-marker' },
      svgElement('rect', {
        ...{
          x: x - wide / 2,
          y: top + side + parseFloat(stem.marginTop),
          width: wide,
          height: tall,
        },
        ...{ rx: 1.5, fill: stem.backgroundColor, stroke: stem.outlineColor, 'stroke-width': 1 },
      }),
      svgElement('rect', {
        ...{ x: x - inner / 2, y: y - inner / 2, width: inner, height: inner, rx: 3 },
        ...{ fill: diamond.backgroundColor, stroke: diamond.borderTopColor, 'stroke-width': edge },
        transform: `rotate(45 ${x} ${y})`,
      }),
      ...[...marker.children].flatMap((label) => paintElement(label, frame)),
    );
  });
}
