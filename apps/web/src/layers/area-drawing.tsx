import { CircleMarker, LayerGroup, Polygon, type LatLngTuple } from 'leaflet';
import { useEffect } from 'react';
import { MOST_DRAWN_CORNERS, type Corner } from '../location-state/area-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';
import { useMapClick } from '../map/use-map-click.js';

/** The area that is being drawn: each click on the map adds a corner, Enter adds its centre. */
export function AreaDrawing({ corners }: { corners: readonly Corner[] }) {
  const map = useMap();
  const group = useLayer(map, () => new LayerGroup());
  useMapClick(map, 'drawing', ({ latlng, originalEvent }) => {
    const isSecondOfTwo = originalEvent.detail > 1;
    if (corners.length < MOST_DRAWN_CORNERS && !isSecondOfTwo) {
      navigate(
        { open: { kind: 'drawn', corners: [...corners, [latlng.lat, latlng.lng]] } },
        'replace',
      );
    }
    return true;
  });
  useEffect(() => {
    map.doubleClickZoom.disable();
    return () => {
      map.doubleClickZoom.enable();
    };
  }, [map]);
  useEffect(() => {
    const positions = corners.map(([latitude, longitude]): LatLngTuple => [latitude, longitude]);
    const look = { className: 'drawn-area', interactive: false };
    group.addLayer(new Polygon(positions, look));
    for (const position of positions) {
      group.addLayer(new CircleMarker(position, { ...look, radius: 5 }));
    }
    return () => {
      group.clearLayers();
    };
  }, [group, corners]);
  return null;
}
