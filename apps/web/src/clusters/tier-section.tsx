import type { Cluster, ClusterRun } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDensity, formatShare } from '../strings/figures.js';

interface TierSectionProps {
  cluster: Cluster;
  tiers: ClusterRun['tiers'];
}

/** How strong a cluster is beside the others, and what it was compared with. */
export function TierSection({ cluster: { tier }, tiers }: TierSectionProps) {
  const { t } = useTranslation();
  if (!tiers) {
    return (
      <section>
        <h3>{t('tiers.title')}</h3>
        <p className="note">{t('tiers.notCompared')}</p>
      </section>
    );
  }
  const amount = t(`tiers.amounts.${tiers.amount}`);
  const limits = [
    ['qualifying', t('tiers.above', { lq: formatDensity(tiers.lq25) })],
    ['significant', t('tiers.above', { lq: formatDensity(tiers.lq50) })],
    ['strong', t('tiers.from', { lq: formatDensity(Math.max(1, tiers.lq75)) })],
    ['strong10', t('tiers.from', { lq: formatDensity(Math.max(1, tiers.lq90)) })],
  ] as const;
  return (
    <section>
      <h3>{t('tiers.title')}</h3>
      <p className="tier">{t(tier ? `tiers.names.${tier}` : 'tiers.unknown')}</p>
      <details className="measurement">
        <summary>{t('tiers.how')}</summary>
        <p className="note">
          {t('tiers.rule', {
            ...{ amount, compared: formatCount(tiers.compared) },
            least: formatDensity(tiers.amount25),
            establishments: formatDensity(tiers.establishments25),
          })}
        </p>
        <dl className="measures">
          {limits.map(([name, limit]) => (
            <div key={name}>
              <dt>{t(`tiers.names.${name}`)}</dt>
              <dd>{limit}</dd>
            </div>
          ))}
        </dl>
        <p className="note">
          {t('tiers.coverage', { amount, share: formatShare(tiers.jobsCoverage) })}
        </p>
      </details>
    </section>
  );
}
