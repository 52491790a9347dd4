import { TileLayer } from 'leaflet';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';

/** The operator's raster tiles with the attribution that they ask for. */
export function RasterBase({ url, attribution }: { url: string; attribution: string }) {
  const map = useMap();
  useLayer(map, () => new TileLayer(url, { attribution, maxZoom: 19, className: 'raster-base' }));
  return null;
}
