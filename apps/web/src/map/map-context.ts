import type { Map as LeafletMap } from 'leaflet';
import { createContext, use } from 'react';

export const MapContext = createContext<LeafletMap | null>(null);

/**
 * The map that this component stands in.
 *
 * @throws {TypeError} outside of a `MapView`
 */
export function useMap(): LeafletMap {
  const map = use(MapContext);
  if (!map) throw new TypeError('useMap outside of a MapView');
  return map;
}
