import type { Hub } from '@cluster-atlas/contract';
import { DivIcon, Marker } from 'leaflet';

interface MarkerText {
  /** What it is called. */
  name: string;
  /** Written beside it. */
  label: string;
}

/** A marker that is a button, for one hub or for several that lie too close to tell apart. */
export function toHubMarker(hubs: readonly Hub[], text: MarkerText, onPress: () => void): Marker {
  const first = hubs[0]!;
  const marker = new Marker([first.latitude, first.longitude], {
    icon: new DivIcon({
      className: hubs.length === 1 ? 'hub-marker' : 'hub-marker several',
      html: labelElement(text.label),
      iconSize: [32, 44],
      iconAnchor: [16, 44], // above its position, so that a site there can be reached
    }),
    riseOnHover: true,
    zIndexOffset: 1000,
  });
  marker.on('click', onPress);
  marker.on('add', () => {
    const element = marker.getElement()!;
    element.dataset['slug'] = first.slug;
    element.setAttribute('aria-label', text.name);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    });
  });
  return marker;
}

function labelElement(label: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'hub-marker-name';
  element.textContent = label;
  return element;
}
