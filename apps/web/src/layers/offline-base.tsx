import { GeoJSON } from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from '../map/map-context.js';
import { useLayer } from '../map/use-layer.js';

/** Above data tiles lie markers, below them this. */
const PANE = 'base';
const PANE_ORDER = '150';

interface OfflineBaseProps {
  onProblem: () => void;
}

/** Natural Earth's land where there are no raster tiles; its 500 kB come when first needed. */
export function OfflineBase({ onProblem }: OfflineBaseProps) {
  const { t } = useTranslation();
  const map = useMap();
  const land = useLayer(map, () => {
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = PANE_ORDER;
    return new GeoJSON(undefined, {
      pane: PANE,
      interactive: false,
      attribution: t('map.offline'),
      style: { className: 'land' },
    });
  });
  const onFailure = useEffectEvent(onProblem);
  useEffect(() => {
    let isWanted = true;
    import('./natural-earth.js').then(
      ({ land: outline }) => {
        if (isWanted) land.addData(outline);
      },
      () => {
        if (isWanted) onFailure();
      },
    );
    return () => {
      isWanted = false;
      land.clearLayers();
    };
  }, [land]);
  return null;
}
