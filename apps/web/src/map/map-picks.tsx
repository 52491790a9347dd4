import type { LatLng } from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from './map-context.js';
import { useMapEvent } from './use-map-event.js';

interface MapPicksProps {
  onPick: (longitude: number, latitude: number) => void;
}

/** Longer than the pause between the two clicks that zoom in. */
const DOUBLE_CLICK_MILLISECONDS = 250;

/**
 * Reports a click on the bare map, and Enter on the focused map as a click on its centre.
 *
 * A layer takes a click for itself by `preventDefault` on its original event.
 */
export function MapPicks({ onPick }: MapPicksProps) {
  const map = useMap();
  const timer = useRef<number>(undefined);
  useMapEvent(map, 'dblclick', () => window.clearTimeout(timer.current));
  useMapEvent(map, 'click', ({ latlng, originalEvent }) => {
    window.clearTimeout(timer.current);
    if (originalEvent.defaultPrevented) return;
    const delay = originalEvent.type === 'keydown' ? 0 : DOUBLE_CLICK_MILLISECONDS;
    timer.current = window.setTimeout(() => onPick(latlng.lng, latlng.lat), delay);
  });

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== map.getContainer()) return;
    const latlng: LatLng = map.getCenter();
    map.fire('click', { latlng, originalEvent: event });
  });
  useEffect(() => {
    const container = map.getContainer();
    const listener = (event: KeyboardEvent) => onKey(event);
    container.addEventListener('keydown', listener);
    return () => {
      container.removeEventListener('keydown', listener);
      window.clearTimeout(timer.current);
    };
  }, [map]);
  return null;
}
