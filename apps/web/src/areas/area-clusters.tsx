import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { USUAL_CLUSTERS, writeClusterChoices } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDensity } from '../strings/figures.js';
import type { AreaAddress } from './use-areas.js';

interface AreaClusterListProps {
  title: string;
  /** Where there are none. */
  none: string;
  address: AreaAddress;
  state: LocationState;
}

/** The clusters whose centre lies in an area of a layer, or that meet a drawn one. */
export function AreaClusterList({ title, none, address, state }: AreaClusterListProps) {
  const { t } = useTranslation();
  const choices = state.clusters ?? USUAL_CLUSTERS;
  const parameters = [...address.parameters, ...writeClusterChoices(choices)];
  const query = new URLSearchParams(parameters).toString();
  const { data, error, refetch } = useQuery({
    queryKey: ['area clusters', address.path, query],
    queryFn: ({ signal }) => api.areaClusters(address.path, { query, signal }),
  });
  return (
    <section>
      <h3>{title}</h3>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data?.items.length === 0 && <p className="note">{none}</p>}
      <ul className="choice-list">
        {data?.items.map(({ slug, name, size, densityPerKm2 }) => (
          <li key={slug}>
            <button
              type="button"
              onClick={() => navigate({ clusters: choices, open: { kind: 'cluster', slug } })}
            >
              {name}{' '}
              <span className="note">
                {t('clusters.inList', {
                  count: size,
                  formatted: formatCount(size),
                  density: formatDensity(densityPerKm2),
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
