import type { Cluster } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatCount, formatPValue, formatShare } from '../strings/figures.js';

interface StandingProps {
  cluster: Cluster;
  isTesting: boolean;
  /** Whether there is a test of such clusters. */
  isTestable: boolean;
}

/** Whether a cluster stands out from where all business is dense, and whether others would find it. */
export function Standing({ cluster, isTesting, isTestable }: StandingProps) {
  const { t } = useTranslation();
  const { significance, robustness } = cluster;
  return (
    <section aria-busy={isTesting}>
      <h3>{t('clusters.standing')}</h3>
      {isTesting && <p className="note">{t('clusters.testing')}</p>}
      {!isTesting && !significance && (
        <p className="note">{t(isTestable ? 'clusters.untested' : 'clusters.jobsUntested')}</p>
      )}
      {significance && (
        <>
          <p className={`standing ${significance.level}`}>
            {t(`clusters.levels.${significance.level}`, { p: formatPValue(significance.p) })}
          </p>
          <p className="note">
            {t('clusters.standingMeaning', {
              expected: formatCount(significance.expected),
              labellings: formatCount(significance.labellings),
            })}
          </p>
        </>
      )}
      {robustness !== null && <p>{t('clusters.robustness', { share: formatShare(robustness) })}</p>}
    </section>
  );
}
