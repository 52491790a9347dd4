import type { Map as LeafletMap } from 'leaflet';
import { LIST_PANE } from '../layers/list-mark-layer.js';
import { isLoaded } from '../map/is-loaded.js';
import { frameImage, type ImageWords } from './framed-image.js';
import { canvasesOf, hubMarkersOf, rasterOf, vectorsOf } from './map-layers.js';
import { paintElement } from './painted-element.js';
import { svgElement } from './svg-elements.js';

interface MapImage {
  svg: SVGSVGElement;
  isBaseLeftOut: boolean;
  isPartlyLoaded: boolean;
}

const CLIP = 'map-frame';

/** The map as it stands on the screen, with its legends, its scale and its attribution. */
export async function drawMap(
  map: LeafletMap,
  words: (left: { isBaseLeftOut: boolean; isPartlyLoaded: boolean }) => ImageWords,
): Promise<MapImage> {
  const isPartlyLoaded = !(await isLoaded(map));
  const container = map.getContainer();
  const frame = container.getBoundingClientRect();
  const tilePane = map.getPane('tilePane')!;
  const layers = [...tilePane.querySelectorAll<HTMLElement>(':scope > .leaflet-layer')];
  const rasters = await Promise.all(layers.map((layer) => rasterOf(layer, frame)));
  const legends = container.parentElement!.querySelectorAll('.legend');
  const attribution = map.attributionControl.getContainer()?.textContent ?? '';
  const left = { isBaseLeftOut: rasters.includes(null), isPartlyLoaded };
  const { title, description, source } = words(left);

  const size = { width: frame.width, height: frame.height };
  const contents = [
    svgElement('clipPath', { id: CLIP }, svgElement('rect', size)),
    svgElement(
      'g',
      { 'clip-path': `url(#${CLIP})` },
      svgElement('rect', { ...size, fill: getComputedStyle(container).backgroundColor }),
      ...basePanesOf(map).flatMap((pane) => vectorsOf(pane, frame)),
      ...rasters.flatMap((raster) => raster ?? []),
      ...layers.flatMap((layer) => canvasesOf(layer, frame)),
      ...vectorsOf(map.getPane('overlayPane')!, frame),
      ...listMarksOf(map).flatMap((layer) => canvasesOf(layer, frame)),
      ...hubMarkersOf(map.getPane('markerPane')!, frame),
      ...[...container.querySelectorAll('.leaflet-control-scale')].flatMap((scale) =>
        paintElement(scale, frame),
      ),
      ...[...legends].flatMap((legend) => paintElement(legend, frame)),
    ),
    svgElement('rect', { ...size, fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.3 }),
  ];
  const sources = [...source, attribution].filter((line) => line.trim() !== '');
  const svg = frameImage({ contents, ...size, words: { title, description, source: sources } });
  return { svg, ...left };
}

/** Panes of our own below the tiles. */
function basePanesOf(map: LeafletMap): HTMLElement[] {
  const pane = map.getPane('base');
  return pane ? [pane] : [];
}

/** Above the outlines. */
function listMarksOf(map: LeafletMap): HTMLElement[] {
  return [
    ...(map.getPane(LIST_PANE)?.querySelectorAll<HTMLElement>(':scope > .leaflet-layer') ?? []),
  ];
}
