import type { Hub } from '@cluster-atlas/contract';
import { LatLngBounds, LayerGroup, type Map as LeafletMap } from 'leaflet';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from '../map/map-context.js';
import { useMapEvent } from '../map/use-map-event.js';
import { useLayer } from '../map/use-layer.js';
import { formatCount } from '../strings/figures.js';
import { groupHubs } from './hub-groups.js';
import { toHubMarker } from './hub-marker.js';

/** From here on names rarely cover each other. */
const NAMES_ZOOM = 12;

/** Of a group it cannot be said whether it is open. */
const ONE_HUB = '.hub-marker:not(.several)';

interface HubMarkersProps {
  hubs: readonly Hub[];
  openSlug: string | null;
  onOpen: (hub: Hub) => void;
}

/** A button on the map for each hub; where several would cover each other, one that zooms in. */
export function HubMarkers({ hubs, openSlug, onOpen }: HubMarkersProps) {
  const { t } = useTranslation();
  const map = useMap();
  const layer = useLayer(map, () => new LayerGroup());
  const focused = useRef<string>(undefined);
  const [zoom, setZoom] = useState(() => map.getZoom());
  useMapEvent(map, 'moveend', () => setZoom(map.getZoom()));

  const addMarker = useEffectEvent((group: Hub[]) => {
    const names = group.map(({ name }) => name).join(', ');
    const count = { count: group.length, formatted: formatCount(group.length) };
    const isOne = group.length === 1;
    const text = isOne
      ? { name: names, label: names }
      : { name: t('hubs.group', { ...count, names }), label: count.formatted };
    const press = () => (isOne ? onOpen(group[0]!) : zoomTo(map, group));
    layer.addLayer(toHubMarker(group, text, press));
  });

  useEffect(() => {
    map.getContainer().classList.toggle('shows-names', zoom >= NAMES_ZOOM);
    for (const group of groupHubs(hubs, toPixel(map, zoom))) addMarker(group);
    const slug = focused.current;
    if (slug !== undefined) (markerOf(map, slug) ?? map.getContainer()).focus();
    return () => {
      focused.current = focusedSlug(map); // its element goes, its successor gets the focus
      layer.clearLayers();
    };
  }, [map, layer, hubs, zoom]);

  useEffect(() => {
    for (const marker of map.getPane('markerPane')!.querySelectorAll<HTMLElement>(ONE_HUB)) {
      marker.setAttribute('aria-pressed', String(marker.dataset['slug'] === openSlug));
    }
  }, [map, hubs, zoom, openSlug]);
  return null;
}

function toPixel(map: LeafletMap, zoom: number): (hub: Hub) => { x: number; y: number } {
  return ({ latitude, longitude }) => map.project([latitude, longitude], zoom);
}

function zoomTo(map: LeafletMap, hubs: readonly Hub[]): void {
  const bounds = new LatLngBounds(
    hubs.map(({ latitude, longitude }) => [latitude, longitude] as [number, number]),
  );
  const closest = Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds.pad(0.5)));
  map.setView(bounds.getCenter(), Math.min(closest, map.getMaxZoom()));
}

function focusedSlug(map: LeafletMap): string | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !map.getContainer().contains(focused)) return undefined;
  return focused.dataset['slug'];
}

function markerOf(map: LeafletMap, slug: string): HTMLElement | null {
  return map.getContainer().querySelector(`[data-slug="${CSS.escape(slug)}"]`);
}
