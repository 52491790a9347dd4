import type { Layer, Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';

/** One Leaflet layer, made once and on the map for as long as the component is. */
export function useLayer<Made extends Layer>(map: LeafletMap, create: () => Made): Made {
  const [layer] = useState(create);
  useEffect(() => {
    layer.addTo(map);
    return () => {
      layer.remove();
    };
  }, [map, layer]);
  return layer;
}
