import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { Warnings } from '../explorer/warnings.js';
import { FacetOption } from '../filters/facet-option.js';
import { USUAL_CLUSTERS, type ClusterChoices } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { ClusterChoicesForm } from './cluster-choices-form.js';
import { ClusterDownloads } from './cluster-downloads.js';
import { ClusterList } from './cluster-list.js';
import { ClusterTestState } from './cluster-test-state.js';
import { KeptRunChoice } from './kept-run-choice.js';
import { isByJobs, useClusters } from './use-clusters.js';

/** Shows the clusters of the selection or not, how they are found, and which there are. */
export function ClusterArea({ state }: { state: LocationState }) {
  const { t } = useTranslation();
  const { clusters: choices, keptRun, open } = state;
  return (
    <section className="cluster-area" aria-labelledby="clusters-title">
      <h2 id="clusters-title">{t('clusters.title')}</h2>
      <FacetOption
        type="checkbox"
        name="clusters"
        label={t('clusters.show')}
        checked={choices !== null}
        onToggle={() =>
          navigate({
            clusters: choices ? null : USUAL_CLUSTERS,
            keptRun: null,
            ...(open?.kind === 'cluster' && { open: null }),
          })
        }
      />
      {choices && <KeptRunChoice keptRun={keptRun} />}
      {choices && <ShownClusters state={state} choices={choices} />}
      <button
        type="button"
        className="button quiet"
        aria-pressed={open?.kind === 'concentration'}
        onClick={({ currentTarget }) => {
          currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
          navigate({ view: 'map', open: { kind: 'concentration' }, pin: null });
        }}
      >
        {t('concentration.open')}
      </button>
    </section>
  );
}

function ShownClusters({ state, choices }: { state: LocationState; choices: ClusterChoices }) {
  const { t } = useTranslation();
  const { run, error, isStale, test, retry } = useClusters(state);
  return (
    <>
      {state.keptRun === null && <ClusterChoicesForm choices={choices} />}
      {error && <ProblemState error={error} onRetry={retry} />}
      {!run && !error && <LoadingState />}
      {run && !error && (
        <div aria-busy={isStale} className="found-clusters">
          <p role="status">
            <strong>
              {t('clusters.found', {
                count: run.clusters.length,
                formatted: formatCount(run.clusters.length),
              })}
            </strong>{' '}
            {t('clusters.share', {
              clustered: formatCount(run.clustered),
              businesses: formatCount(run.businesses),
            })}
          </p>
          {isByJobs(run) ? (
            <p className="note">{t('clusters.jobsUntested')}</p>
          ) : (
            <ClusterTestState {...test} />
          )}
          <Warnings warnings={run.warnings} />
          <ClusterList clusters={run.clusters} state={state} />
          {run.clusters.length > 0 && (
            <>
              <button
                type="button"
                className="button quiet"
                onClick={({ currentTarget }) => {
                  currentTarget.closest('dialog')?.close(); // on small screens, see FilterArea
                  navigate({ view: 'clusters' });
                }}
              >
                {t('clusters.showTable')}
              </button>
              <ClusterDownloads {...{ state, choices }} isTested={test.state === 'done'} />
            </>
          )}
        </div>
      )}
    </>
  );
}
