import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import type { ShownClusters } from './use-clusters.js';

/** How far the test is, with a button that gives it up; nothing once it is done. */
export function ClusterTestState({ state, progress, stop, start }: ShownClusters['test']) {
  const { t } = useTranslation();
  if (state === 'done') return null;
  if (state === 'stopped') {
    return (
      <p className="note cluster-test">
        {t('clusters.untested')}{' '}
        <button type="button" className="button quiet" onClick={start}>
          {t('clusters.startTest')}
        </button>
      </p>
    );
  }
  return (
    <div className="note cluster-test">
      <label>
        {t('clusters.testing')} <progress max={progress?.total} value={progress?.done} />
      </label>{' '}
      {progress && (
        <span>
          {t('clusters.tested', {
            done: formatCount(progress.done),
            total: formatCount(progress.total),
          })}
        </span>
      )}{' '}
      <button type="button" className="button quiet" onClick={stop}>
        {t('clusters.stopTest')}
      </button>
    </div>
  );
}
