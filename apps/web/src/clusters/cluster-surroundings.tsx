import { CLUSTER_LAYER, type Cluster } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AreaDivisions } from '../areas/area-divisions.js';
import { AreaTrendSection } from '../areas/area-trend.js';
import { PeerList } from '../areas/peer-list.js';
import { areaAddress, areaRequest } from '../areas/use-areas.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import type { LocationState } from '../location-state/location-state.js';

interface ClusterSurroundingsProps {
  cluster: Cluster;
  state: LocationState;
}

/** All businesses within the outline of a cluster: its years, what they do, and clusters like it. */
export function ClusterSurroundings({ cluster, state }: ClusterSurroundingsProps) {
  const { t } = useTranslation();
  const area = { layer: CLUSTER_LAYER, code: cluster.slug };
  const address = areaAddress(area, state);
  const { data, error, refetch } = useQuery(areaRequest(address));
  return (
    <>
      <AreaTrendSection address={address} />
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <AreaDivisions title={t('clusters.composition')} profile={data} />}
      {data && <PeerList title={t('clusters.related')} area={area} peers={data.peers} />}
    </>
  );
}
