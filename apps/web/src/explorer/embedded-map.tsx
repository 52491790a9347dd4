import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClusterList } from '../clusters/cluster-list.js';
import { useClusters } from '../clusters/use-clusters.js';
import { writeLocation, type LocationState } from '../location-state/location-state.js';
import type { MapFrame } from '../map/map-frame.js';
import { formatCount } from '../strings/figures.js';
import { DialogOpener } from './dialog-opener.js';
import { Embedding } from './embedding.js';
import { MapStage } from './map-stage.js';
import { OpenPanel } from './open-panel.js';

/** The map alone, for the pages of others, with the list of its clusters; it leads to the whole. */
export function EmbeddedMap({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState<MapFrame | null>(null);
  return (
    <Embedding value>
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
        <footer>
          {state.clusters && <EmbeddedClusters state={state} />}
          <a
            className="whole-link"
            href={`/${writeLocation(state)}`}
            target="_blank"
            rel="noopener"
          >
            {t('app.whole')}
          </a>
        </footer>
      </div>
    </Embedding>
  );
}

/** What the outlines say, for those who cannot point at them. */
function EmbeddedClusters({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const { run } = useClusters(state);
  if (!run) return null;
  const count = run.clusters.length;
  const found = t('clusters.found', { count, formatted: formatCount(count) });
  return (
    <DialogOpener text={found} name={t('clusters.listOf', { found })} done={t('clusters.listDone')}>
      <ClusterList clusters={run.clusters} state={state} />
    </DialogOpener>
  );
}
