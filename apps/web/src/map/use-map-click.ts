import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import { useEffect, useEffectEvent } from 'react';

/** Whose a click is, where several could have it; the first that takes it keeps it. */
const ORDER = ['drawing', 'list', 'site', 'cluster', 'area', 'place'] as const;

type Taker = (typeof ORDER)[number];

/** Whether the click was taken. */
type Take = (click: Pick<LeafletMouseEvent, 'latlng' | 'originalEvent'>) => boolean;

const takers = new WeakMap<LeafletMap, Map<Taker, Take>>();

/**
 * Has each click on the map offered to one layer after the other.
 *
 * Leaflet itself would tell them in the order in which they were switched on.
 */
export function useMapClick(map: LeafletMap, taker: Taker, take: Take): void {
  const onClick = useEffectEvent(take);
  useEffect(() => {
    const offered = takersOf(map);
    const offer: Take = (click) => onClick(click);
    offered.set(taker, offer);
    return () => {
      if (offered.get(taker) === offer) offered.delete(taker);
    };
  }, [map, taker]);
}

function takersOf(map: LeafletMap): Map<Taker, Take> {
  const known = takers.get(map);
  if (known) return known;
  const made = new Map<Taker, Take>();
  takers.set(map, made);
  map.on('click', (click) => {
    ORDER.some((taker) => made.get(taker)?.(click) ?? false);
  });
  return made;
}
