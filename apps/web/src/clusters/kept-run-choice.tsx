import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount, formatDate } from '../strings/figures.js';
import { useKeptRuns } from './use-kept-runs.js';

/** Clusters found anew, or those of a run that was kept; nothing where none was. */
export function KeptRunChoice({ keptRun }: Pick<LocationState, 'keptRun'>) {
  const { t } = useTranslation();
  const id = useId();
  const { data: runs } = useKeptRuns();
  if (!runs || (runs.length === 0 && keptRun === null)) return null;
  const isListed = runs.some((run) => run.id === keptRun);
  return (
    <div className="cluster-choices">
      <label htmlFor={id}>{t('kept.choice')}</label>
      <select
        id={id}
        value={keptRun ?? ''}
        onChange={({ target }) => navigate({ keptRun: target.value || null, open: null })}
      >
        <option value="">{t('kept.anew')}</option>
        {keptRun !== null && !isListed && <option value={keptRun}>{keptRun}</option>}
        {runs.map((run) => (
          <option key={run.id} value={run.id}>
            {t('kept.option', {
              ...{ name: run.name, date: formatDate(run.date), count: run.clusters },
              formatted: formatCount(run.clusters),
            })}
          </option>
        ))}
      </select>
      {keptRun !== null && <p className="note">{t('kept.meaning')}</p>}
    </div>
  );
}
