import { Circle, CircleMarker, LayerGroup } from 'leaflet';
import { useEffect } from 'react';
import { useKeptInView } from '../map/use-kept-in-view.js';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';

interface MeasuredRingsProps {
  longitude: number;
  latitude: number;
  /** Metres. */
  radii: readonly number[];
}

/** The discs that the open density profile is measured in. */
export function MeasuredRings({ longitude, latitude, radii }: MeasuredRingsProps) {
  const map = useMap();
  const group = useLayer(map, () => new LayerGroup());
  useEffect(() => {
    const centre: [number, number] = [latitude, longitude];
    const look = { className: 'measured-ring', interactive: false, fill: false, weight: 2 };
    for (const radius of radii) group.addLayer(new Circle(centre, { ...look, radius }));
    group.addLayer(
      new CircleMarker(centre, { className: 'measured-centre', interactive: false, radius: 5 }),
    );
    return () => {
      group.clearLayers();
    };
  }, [group, longitude, latitude, radii]);
  useKeptInView(longitude, latitude);
  return null;
}
