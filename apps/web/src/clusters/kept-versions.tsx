import { useTranslation } from 'react-i18next';
import { apiAddress } from '../explorer/figure-source.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatShortDate } from '../strings/figures.js';
import { useKeptCluster } from './use-kept-runs.js';

/** A cluster by its permanent id: each kept run that found it, and how large it was. */
export function KeptVersions({ id, run }: { id: string; run: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useKeptCluster(id);
  return (
    <section>
      <h3>{t('kept.versions')}</h3>
      <p className="note">{t('kept.permanent', { id })}</p>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <ScrolledTable name={t('kept.versions')}>
          <thead>
            <tr>
              <th scope="col">{t('kept.run')}</th>
              <th scope="col">{t('kept.date')}</th>
              <th scope="col">{t('kept.size')}</th>
            </tr>
          </thead>
          <tbody>
            {data.versions.map((version) => (
              <tr key={version.run}>
                <th scope="row">
                  {version.run === run ? (
                    version.runName
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() =>
                        navigate({
                          keptRun: version.run,
                          open: { kind: 'cluster', slug: version.slug },
                        })
                      }
                    >
                      {version.runName}
                    </button>
                  )}
                </th>
                <td>{formatShortDate(version.date)}</td>
                <td>{formatCount(version.size)}</td>
              </tr>
            ))}
          </tbody>
        </ScrolledTable>
      )}
      <p>
        <a href={apiAddress(`analyses/${run}`, new URLSearchParams())}>{t('kept.asJson')}</a>
      </p>
    </section>
  );
}
