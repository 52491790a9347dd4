import type { Cluster, ClusterRun } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DefinitionList, ExcludedList } from '../explorer/definition-list.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { Warnings } from '../explorer/warnings.js';
import {
  CLUSTER_COLUMNS,
  USUAL_CLUSTERS,
  type ClusterChoices,
} from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import {
  formatCount,
  formatDensity,
  formatPValue,
  formatQuotient,
  formatShare,
} from '../strings/figures.js';
import { sortRows } from '../tables/sort-rows.js';
import { SortableTable } from '../tables/sortable-table.js';
import { ClusterDownloads } from './cluster-downloads.js';
import { clusterRow } from './cluster-rows.js';
import { ClusterTestState } from './cluster-test-state.js';
import { isByJobs, useClusters, type ShownClusters } from './use-clusters.js';

const DASH = '–';

/** All clusters as a table of their measures; each row opens its cluster. */
export function ClusterTableView({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const choices = state.clusters ?? USUAL_CLUSTERS;
  const { run, error, isStale, test, retry } = useClusters({ ...state, clusters: choices });
  return (
    <section
      className="list-view history-view cluster-table"
      aria-labelledby="cluster-table-title"
      aria-busy={isStale}
    >
      <h2 id="cluster-table-title">{t('clusters.tableTitle')}</h2>
      {error && <ProblemState error={error} onRetry={retry} />}
      {!run && !error && <LoadingState />}
      {run && !error && <TableContents {...{ state, choices, run, test }} />}
    </section>
  );
}

interface TableContentsProps {
  state: LocationState;
  choices: ClusterChoices;
  run: ClusterRun;
  test: ShownClusters['test'];
}

function TableContents({ state, choices, run, test }: TableContentsProps) {
  const { t } = useTranslation();
  const total = run.clusters.length;
  if (total === 0) {
    return <p className="empty">{t(isByJobs(run) ? 'clusters.noneByJobs' : 'clusters.none')}</p>;
  }
  const sort = state.clusterSort ?? { by: 'size', isAscending: false };
  return (
    <>
      <Warnings warnings={run.warnings} />
      {!isByJobs(run) && <ClusterTestState {...test} />}
      <ClusterDownloads {...{ state, choices }} isTested={test.state === 'done'} />
      <SortableTable
        label={t('clusters.tableTitle')}
        columns={CLUSTER_COLUMNS.map((column) => ({
          column,
          name: t(`clusters.columns.${column}`),
        }))}
        sort={sort}
        onSort={(clusterSort) => navigate({ clusterSort }, 'replace')}
        rows={sortRows(run.clusters.map(clusterRow), sort)}
        tellShown={(shown) =>
          t('clusters.rowsShown', { shown: formatCount(shown), total: formatCount(total) })
        }
      >
        {({ cluster }) => <TableRow key={cluster.slug} {...{ cluster, choices }} />}
      </SortableTable>
      <details className="measurement">
        <summary>{t('hub.measured')}</summary>
        <ExcludedList excluded={run.excluded} />
        <DefinitionList definition={run.definition} />
      </details>
    </>
  );
}

function TableRow({ cluster, choices }: { cluster: Cluster; choices: ClusterChoices }) {
  const { t } = useTranslation();
  const { slug, name, significance, robustness, tier, effectiveSectors } = cluster;
  const { jobs, jobsCoverage } = cluster;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          onClick={() => navigate({ clusters: choices, open: { kind: 'cluster', slug } })}
        >
          {name}
        </button>
      </th>
      <td>{formatCount(cluster.size)}</td>
      <td>{formatDensity(cluster.densityPerKm2)}</td>
      <td>{formatDensity(cluster.areaKm2)}</td>
      <td>{formatQuotient(cluster)}</td>
      <td>{significance ? formatPValue(significance.p) : DASH}</td>
      <td>{robustness === null ? DASH : formatShare(robustness)}</td>
      <td>{tier === null ? DASH : t(`tiers.names.${tier}`)}</td>
      <td>
        {jobs === null
          ? DASH
          : t('hub.jobsCovered', { jobs: formatCount(jobs), share: formatShare(jobsCoverage!) })}
      </td>
      <td>{effectiveSectors === null ? DASH : formatDensity(effectiveSectors)}</td>
    </tr>
  );
}
