import type { Map as LeafletMap } from 'leaflet';
import type { MapPosition } from '../location-state/location-state.js';

/** What part of the world the map shows. */
export interface MapFrame {
  position: MapPosition;
  /** `west,south,east,north` in degrees, as requests take it. */
  box: string;
}

export function toFrame(map: LeafletMap): MapFrame {
  const centre = map.getCenter();
  const bounds = map.getBounds();
  const edges = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  return {
    position: { longitude: centre.lng, latitude: centre.lat, zoom: map.getZoom() },
    box: edges.map((edge) => edge.toFixed(5)).join(','),
  };
}
