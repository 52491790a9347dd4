import { useTranslation } from 'react-i18next';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { clusterParameters, withTests } from './use-clusters.js';

interface ClusterDownloadsProps {
  state: LocationState;
  choices: ClusterChoices;
  /** Whether those shown have been tested, and so are to be in the files. */
  isTested: boolean;
}

/** The clusters that are shown, as files. */
export function ClusterDownloads({ state, choices, isTested }: ClusterDownloadsProps) {
  const { t } = useTranslation();
  const address = (file: 'clusters.csv' | 'outlines') => {
    if (state.keptRun !== null) return `/api/v1/analyses/${state.keptRun}/${file}`;
    const query = clusterParameters(state.selection, choices).toString();
    const whole = isTested ? withTests(query, choices) : query;
    const path = file === 'outlines' ? 'clusters/outlines' : file;
    return `/api/v1/${path}${whole && `?${whole}`}`;
  };
  return (
    <p className="cluster-downloads">
      <a href={address('clusters.csv')} download="clusters.csv">
        {t('clusters.asCsv')}
      </a>{' '}
      <a href={address('outlines')} download="clusters.geojson">
        {t('clusters.asGeojson')}
      </a>
    </p>
  );
}
