import type { LeafletEvent, LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import { useEffect, useEffectEvent } from 'react';

interface MapEvents {
  dblclick: LeafletMouseEvent;
  mousemove: LeafletMouseEvent;
  moveend: LeafletEvent;
}

/** Calls `handle` at each event; it may change between renders without listening anew. */
export function useMapEvent<Type extends keyof MapEvents>(
  map: LeafletMap,
  type: Type,
  handle: (event: MapEvents[Type]) => void,
): void {
  const onEvent = useEffectEvent(handle as (event: LeafletEvent) => void);
  useEffect(() => {
    const listener = (event: LeafletEvent) => onEvent(event);
    map.on(type, listener);
    return () => {
      map.off(type, listener);
    };
  }, [map, type]);
}
