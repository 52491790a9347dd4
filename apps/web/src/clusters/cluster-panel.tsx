import { CLUSTER_LAYER, type Cluster, type ClusterRun } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { MemberList } from '../businesses/member-list.js';
import { CompareButton } from '../comparison/compare-button.js';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import { Warnings } from '../explorer/warnings.js';
import { ClusterTimeline } from '../history/cluster-timeline.js';
import { SectorMix } from '../hubs/sector-mix.js';
import { USUAL_CLUSTERS } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { ListInside } from '../private-list/list-here.js';
import { formatCount, formatShare } from '../strings/figures.js';
import { ClusterMeasures } from './cluster-measures.js';
import { EvidenceList } from './evidence-list.js';
import { Standing } from './standing.js';
import { TierSection } from './tier-section.js';
import { ClusterSharing } from './cluster-sharing.js';
import { ClusterSource } from './cluster-source.js';
import { ClusterSurroundings } from './cluster-surroundings.js';
import { clusterParameters, useClusters } from './use-clusters.js';

interface ClusterPanelProps {
  slug: string;
  state: LocationState;
  onClose: () => void;
}

/** One cluster: its measures, sectors, hubs and businesses, and how it was found. */
export function ClusterPanel({ slug, state, onClose }: ClusterPanelProps) {
  const { t } = useTranslation();
  const choices = state.clusters ?? USUAL_CLUSTERS;
  const { run, error, isStale, test, retry } = useClusters(state.selection, choices);
  const cluster = run?.clusters.find((each) => each.slug === slug);
  return (
    <SidePanel
      key={slug}
      title={cluster?.name ?? t('clusters.one')}
      closeLabel={t('clusters.close')}
      isStale={isStale}
      onClose={onClose}
    >
      {error && <ProblemState error={error} onRetry={retry} />}
      {!run && !error && <LoadingState />}
      {run && !error && !cluster && !isStale && <p className="empty">{t('clusters.gone')}</p>}
      {cluster && run && (
        <ClusterContents
          cluster={cluster}
          run={run}
          isTesting={test.state === 'running'}
          state={state}
          parameters={clusterParameters(state.selection, choices)}
        />
      )}
    </SidePanel>
  );
}

interface ClusterContentsProps {
  cluster: Cluster;
  run: ClusterRun;
  isTesting: boolean;
  state: LocationState;
  parameters: URLSearchParams;
}

function ClusterContents({ cluster, run, isTesting, state, parameters }: ClusterContentsProps) {
  const { t } = useTranslation();
  const { selection } = state;
  const isSectorChosen = selection.sectors !== undefined || selection.sectorGroup !== undefined;
  return (
    <>
      <p className="headline">
        <strong>
          {t('clusters.headline', { count: cluster.size, formatted: formatCount(cluster.size) })}
        </strong>
        {cluster.matching !== cluster.all && (
          <span>
            {t('clusters.headlineShare', {
              share: formatShare(cluster.matching / cluster.all),
              all: formatCount(cluster.all),
            })}
          </span>
        )}
      </p>
      <Warnings warnings={run.warnings} />
      <ListInside polygons={cluster.outline.coordinates} />
      <Standing cluster={cluster} isTesting={isTesting} />
      <TierSection cluster={cluster} tiers={run.tiers} />
      <EvidenceList cluster={cluster} />
      <ClusterMeasures cluster={cluster} isSectorChosen={isSectorChosen} />
      <ClusterTimeline
        cluster={cluster}
        selection={selection}
        choices={state.clusters ?? USUAL_CLUSTERS}
        businesses={run.businesses}
      />
      <SectorMix title={t('clusters.sectors')} sectors={cluster.sectors} />
      <ClusterSurroundings cluster={cluster} state={state} />
      <CompareButton area={{ layer: CLUSTER_LAYER, code: cluster.slug }} state={state} />
      <section>
        <h3>{t('clusters.hubs')}</h3>
        {cluster.hubs.length === 0 && <p className="note">{t('clusters.hubsNone')}</p>}
        <ul>
          {cluster.hubs.map(({ slug, name }) => (
            <li key={slug}>
              <button
                type="button"
                className="link-button"
                onClick={() => navigate({ open: { kind: 'hub', slug } })}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <MemberList
        title={t('clusters.members')}
        path={`clusters/${encodeURIComponent(cluster.slug)}/members`}
        parameters={parameters}
        ask={(request) => api.clusterMembers(cluster.slug, request)}
      />
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={run.excluded} />
        <DefinitionList definition={run.definition} />
      </details>
      <ClusterSource parameters={parameters} />
      <ClusterSharing cluster={cluster} state={state} />
    </>
  );
}
