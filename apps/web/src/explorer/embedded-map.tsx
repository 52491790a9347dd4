import { useTranslation } from 'react-i18next';
import type { LocationState } from '../location-state/location-state.js';
import { MapStage } from './map-stage.js';
import { OpenPanel } from './open-panel.js';

const ignore = () => undefined;

/** The map alone, for the pages of others; it leads to the whole. */
export function EmbeddedMap({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  return (
    <div className="app embedded">
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <div className="explorer">
        <main id="main" className="stage" tabIndex={-1}>
          <div className="stage-body">
            <div className="stage-map">
              <MapStage state={state} onFrame={ignore} />
            </div>
          </div>
        </main>
        <OpenPanel state={state} />
      </div>
      <a className="whole-link" href={`/${window.location.search}`} target="_blank" rel="noopener">
        {t('app.whole')}
      </a>
    </div>
  );
}
