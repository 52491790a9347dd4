import { GridLayer, type Map as LeafletMap } from 'leaflet';

/** Longer than tiles usually take; what has not come by then is not waited for. */
const LONGEST_WAIT_MILLISECONDS = 10_000;

/** Once all tiles of the map are there: true; false if some are late. */
export function isLoaded(map: LeafletMap): Promise<boolean> {
  const loading: GridLayer[] = [];
  map.eachLayer((layer) => {
    if (layer instanceof GridLayer && layer.isLoading()) loading.push(layer);
  });
  const loads = loading.map(
    (layer) => new Promise<void>((resolve) => layer.once('load', () => resolve())),
  );
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), LONGEST_WAIT_MILLISECONDS);
  });
  return Promise.race([Promise.all(loads).then(() => true), late]);
}
