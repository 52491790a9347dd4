import type { Cluster } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { ListLegend } from './list-legend.js';

interface MarkKeysProps {
  /** Those on the map; null: none are shown. */
  clusters: readonly Pick<Cluster, 'significance'>[] | null;
}

/** The part of every legend that tells of what lies above the colours: outlines and the reader's list. */
export function MarkKeys({ clusters }: MarkKeysProps) {
  return (
    <>
      {clusters && <OutlineKey isTested={clusters.some(({ significance }) => significance)} />}
      <ListLegend />
    </>
  );
}

const LEVELS = ['strong', 'weak', 'none'] as const;

/** How outlines tell, by more than their colour, whether a cluster stands out. */
function OutlineKey({ isTested }: { isTested: boolean }) {
  const { t } = useTranslation();
  const levels = isTested ? LEVELS : (['untested'] as const);
  return (
    <ul className="cluster-legend" aria-label={t('legend.clusters')}>
      {levels.map((level) => (
        <li key={level}>
          <svg className="swatch line" viewBox="0 0 24 16" aria-hidden="true">
            <rect className={`cluster-outline ${level}`} x="2" y="2" width="20" height="12" />
          </svg>
          {t(`legend.clusterLevels.${level}`)}
        </li>
      ))}
    </ul>
  );
}
