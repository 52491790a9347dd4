import { useTranslation } from 'react-i18next';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import { navigate } from '../location-state/use-location-state.js';
import type { SeenCluster } from './use-followed-cluster.js';

interface GoneClusterProps {
  /** Before it was gone; null if it was never there. */
  seen: SeenCluster | null;
  choices: ClusterChoices;
}

/** Says that there is no such cluster, with a way back or on. */
export function GoneCluster({ seen, choices }: GoneClusterProps) {
  const { t } = useTranslation();
  if (!seen) {
    return (
      <div className="empty">
        <p>{t('clusters.gone')}</p>
        <button
          type="button"
          className="button"
          onClick={() => navigate({ clusters: choices, open: null })}
        >
          {t('clusters.goneOn')}
        </button>
      </div>
    );
  }
  const { name, slug } = seen.cluster;
  const { selection, clusters, keptRun } = seen.state;
  return (
    <div className="empty" role="status">
      <p>{t('clusters.goneNow', { name })}</p>
      <button
        type="button"
        className="button"
        onClick={() => navigate({ selection, clusters, keptRun, open: { kind: 'cluster', slug } })}
      >
        {t('clusters.goneBack')}
      </button>
    </div>
  );
}
