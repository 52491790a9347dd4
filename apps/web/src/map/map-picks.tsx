import type { LatLng } from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from './map-context.js';
import { useMapClick } from './use-map-click.js';
import { useMapEvent } from './use-map-event.js';

interface MapPicksProps {
  onPick: (longitude: number, latitude: number) => void;
}

/** Longer than the pause between the two clicks that zoom in. */
const DOUBLE_CLICK_MILLISECONDS = 250;

/** Reports a click that no layer takes, and Enter on the focused map as a click on its centre. */
export function MapPicks({ onPick }: MapPicksProps) {
  const map = useMap();
  const timer = useRef<number>(undefined);
  useMapEvent(map, 'dblclick', () => window.clearTimeout(timer.current));
  useMapClick(map, 'place', ({ latlng, originalEvent }) => {
    window.clearTimeout(timer.current);
    const delay = originalEvent.type === 'keydown' ? 0 : DOUBLE_CLICK_MILLISECONDS;
    timer.current = window.setTimeout(() => onPick(latlng.lng, latlng.lat), delay);
    return true;
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
