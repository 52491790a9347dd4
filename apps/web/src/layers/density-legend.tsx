import { POINT_ZOOM } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { DENSITY_BREAKS, DENSITY_CLASSES } from './density-scale.js';

interface DensityLegendProps {
  zoom: number;
  showsOthers: boolean;
  /** What the marks above the colours mean. */
  children: ReactNode;
}

/** What the colours mean, or the circles at closer zooms. */
export function DensityLegend({ zoom, showsOthers, children }: DensityLegendProps) {
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
        {children}
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
      {children}
    </section>
  );
}

function DensityRange({ index }: { index: number }) {
  const { t } = useTranslation();
  const [from, to] = [DENSITY_BREAKS[index - 1], DENSITY_BREAKS[index]];
  if (from === undefined) return t('legend.below', { to: formatCount(to!) });
  if (to === undefined) return t('legend.above', { from: formatCount(from) });
  return t('legend.between', { from: formatCount(from), to: formatCount(to) });
}
