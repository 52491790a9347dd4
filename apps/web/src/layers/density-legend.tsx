import { POINT_ZOOM, type Cluster } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { ListLegend } from './list-legend.js';
import { DENSITY_BREAKS, DENSITY_CLASSES } from './density-scale.js';

interface DensityLegendProps {
  zoom: number;
  showsOthers: boolean;
  /** Those on the map; null: none are shown. */
  clusters: readonly Pick<Cluster, 'significance'>[] | null;
}

/** What the colours mean, or the circles at closer zooms. */
export function DensityLegend({ zoom, showsOthers, clusters }: DensityLegendProps) {
  const { t } = useTranslation();
  if (zoom >= POINT_ZOOM) {
    return (
      <section className="legend" aria-label={t('legend.sites')}>
        <ul>
          <li>
            <i className="swatch site">12</i> {t('legend.sites')}
          </li>
          <li>
            <i className="swatch site-other" /> {t('legend.sitesOther')}
          </li>
        </ul>
        {clusters && <ClusterLegend isTested={clusters.some(({ significance }) => significance)} />}
        <ListLegend />
      </section>
    );
  }
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{t('legend.title')}</h2>
      <ol className="scale">
        {Array.from({ length: DENSITY_CLASSES }, (_, i) => (
          <li key={i}>
            <i className="swatch" style={{ background: `var(--density-${i})` }} />
            <span className="visually-hidden">
              <DensityRange index={i} />
            </span>
            {DENSITY_BREAKS[i] !== undefined && (
              <span className="tick" aria-hidden="true">
                {formatCount(DENSITY_BREAKS[i])}
              </span>
            )}
          </li>
        ))}
      </ol>
      {showsOthers && (
        <p className="others">
          <i className="swatch" style={{ background: 'var(--density-others)' }} />
          {t('legend.other')}
        </p>
      )}
      {clusters && <ClusterLegend isTested={clusters.some(({ significance }) => significance)} />}
      <ListLegend />
    </section>
  );
}

const LEVELS = ['strong', 'weak', 'none'] as const;

/** How outlines tell, by more than their colour, whether a cluster stands out. */
function ClusterLegend({ isTested }: { isTested: boolean }) {
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

function DensityRange({ index }: { index: number }) {
  const { t } = useTranslation();
  const [from, to] = [DENSITY_BREAKS[index - 1], DENSITY_BREAKS[index]];
  if (from === undefined) return t('legend.below', { to: formatCount(to!) });
  if (to === undefined) return t('legend.above', { from: formatCount(from) });
  return t('legend.between', { from: formatCount(from), to: formatCount(to) });
}
