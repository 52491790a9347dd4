import { CircleMarker } from 'leaflet';
import { useEffect } from 'react';
import { useKeptInView } from '../map/use-kept-in-view.js';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';

/** A ring around one position. */
export function Pin({ longitude, latitude }: { longitude: number; latitude: number }) {
  const map = useMap();
  const ring = useLayer(
    map,
    () =>
      new CircleMarker([latitude, longitude], { className: 'pin', interactive: false, radius: 22 }),
  );
  useEffect(() => {
    ring.setLatLng([latitude, longitude]);
  }, [ring, longitude, latitude]);
  useKeptInView(longitude, latitude);
  return null;
}
