import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeLocation, type LocationState } from '../location-state/location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { MapStage } from './map-stage.js';
import { OpenPanel } from './open-panel.js';

/** The map alone, for the pages of others; it leads to the whole. */
export function EmbeddedMap({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState<MapFrame | null>(null);
  return (
    <div className="app embedded">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <div className="explorer">
        <main id="main" className="stage" tabIndex={-1}>
          <div className="stage-body">
            <div className="stage-map">
              <MapStage state={state} onFrame={setFrame} />
            </div>
          </div>
        </main>
        <OpenPanel state={state} frame={frame} />
      </div>
      <a className="whole-link" href={`/${writeLocation(state)}`} target="_blank" rel="noopener">
        {t('app.whole')}
      </a>
    </div>
  );
}
