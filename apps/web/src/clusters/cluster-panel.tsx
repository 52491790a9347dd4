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
import { HubsInside } from '../hubs/hubs-inside.js';
import { SectorMix } from '../hubs/sector-mix.js';
import { USUAL_CLUSTERS } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { ListInside } from '../private-list/list-here.js';
import { Sharing } from '../report/sharing.js';
import { formatCount, formatShare } from '../strings/figures.js';
import { ClusterMemberItem } from './cluster-member-item.js';
import { ClusterMeasures } from './cluster-measures.js';
import { EvidenceList } from './evidence-list.js';
import { GoneCluster } from './gone-cluster.js';
import { KeptMembers } from './kept-members.js';
import { KeptVersions } from './kept-versions.js';
import { Standing } from './standing.js';
import { TierSection } from './tier-section.js';
import { ClusterSource } from './cluster-source.js';
import { ClusterSurroundings } from './cluster-surroundings.js';
import { clusterParameters, isByJobs, useClusters } from './use-clusters.js';
import { useFollowedCluster } from './use-followed-cluster.js';

const CAVEATS = ['places', 'outline', 'chance', 'cause', 'jobs'] as const;

interface ClusterPanelProps {
  slug: string;
  state: LocationState;
  onClose: () => void;
}

/** One cluster: its measures, sectors, hubs and businesses, and how it was found. */
export function ClusterPanel({ slug, state, onClose }: ClusterPanelProps) {
  const { t } = useTranslation();
  const choices = state.clusters ?? USUAL_CLUSTERS;
  const shown = useClusters({ ...state, clusters: choices });
  const { run, parameters, error, isStale, test, retry } = shown;
  const { cluster, key, seen, shownState } = useFollowedCluster(slug, state, shown);
  return (
    <SidePanel
      key={key}
      title={cluster?.name ?? t('clusters.one')}
      closeLabel={t('clusters.close')}
      isStale={isStale}
      onClose={onClose}
    >
      {error && <ProblemState error={error} onRetry={retry} />}
      {!run && !error && <LoadingState />}
      {run && !error && !cluster && !isStale && <GoneCluster seen={seen} choices={choices} />}
      {cluster && seen && seen.formerName !== null && (
        <p className="note" role="status">
          {t('clusters.followed', { name: seen.formerName })}
        </p>
      )}
      {cluster && run && (
        <ClusterContents
          cluster={cluster}
          run={run}
          isTesting={test.state === 'running' && !isByJobs(run)}
          state={shownState}
          parameters={parameters}
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
  /** Of the run. */
  parameters: URLSearchParams;
}

function ClusterContents({ cluster, run, isTesting, state, parameters }: ClusterContentsProps) {
  const { t } = useTranslation();
  const { sectors = null, sectorGroup = null } = run.definition;
  const isSectorChosen = sectors !== null || sectorGroup !== null;
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
      <Standing cluster={cluster} isTesting={isTesting} isTestable={!isByJobs(run)} />
      <TierSection cluster={cluster} tiers={run.tiers} />
      <EvidenceList cluster={cluster} />
      <ClusterMeasures cluster={cluster} isSectorChosen={isSectorChosen} />
      {state.keptRun !== null && cluster.id !== null && (
        <KeptVersions id={cluster.id} run={state.keptRun} />
      )}
      <SectorMix title={t('clusters.sectors')} sectors={cluster.sectors} />
      <HubsInside title={t('clusters.hubs')} none={t('clusters.hubsNone')} hubs={cluster.hubs} />
      {state.keptRun === null ? (
        <PresentSections {...{ cluster, run, state }} />
      ) : (
        <KeptMembers run={state.keptRun} slug={cluster.slug} method={run.definition['method']} />
      )}
      <section>
        <h3>{t('clusters.caveats.title')}</h3>
        <ul className="caveats">
          {CAVEATS.map((caveat) => (
            <li key={caveat}>{t(`clusters.caveats.${caveat}`)}</li>
          ))}
        </ul>
      </section>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={run.excluded} />
        <DefinitionList definition={run.definition} />
      </details>
      {state.keptRun === null && <ClusterSource parameters={parameters} />}
      <Sharing
        title={cluster.name}
        figure={t('clusters.headline', {
          count: cluster.size,
          formatted: formatCount(cluster.size),
        })}
        run={
          state.keptRun === null
            ? null
            : { id: state.keptRun, date: String(run.definition['date']) }
        }
        state={state}
      />
    </>
  );
}

/** What is asked of the data as it is now, and so not of a run that was kept. */
function PresentSections({
  cluster,
  run,
  state,
}: Pick<ClusterContentsProps, 'cluster' | 'run' | 'state'>) {
  const { t } = useTranslation();
  const choices = state.clusters ?? USUAL_CLUSTERS;
  return (
    <>
      <ClusterTimeline cluster={cluster} state={state} businesses={run.businesses} />
      <ClusterSurroundings cluster={cluster} state={state} />
      <CompareButton area={{ layer: CLUSTER_LAYER, code: cluster.slug }} state={state} />
      <MemberList
        title={t('clusters.members')}
        note={t(`members.${choices.method}`)}
        path={`clusters/${encodeURIComponent(cluster.slug)}/members`}
        parameters={clusterParameters(state.selection, choices)}
        orders={['name', 'distance', 'jobs', 'membership']}
        hasBorder={run.definition['method'] === 'dbscan'}
        ask={(request) => api.clusterMembers(cluster.slug, request)}
      >
        {(member) => <ClusterMemberItem member={member} />}
      </MemberList>
    </>
  );
}
