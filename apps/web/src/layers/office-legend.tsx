import { POINT_ZOOM } from '@cluster-atlas/contract';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { OFFICE_KINDS } from '../trust/office-kinds.js';
import { DIFFERENCE_STEPS } from './density-scale.js';

interface OfficeLegendProps {
  zoom: number;
  /** What the marks above the squares and discs mean. */
  children: ReactNode;
}

/** What the squares and discs of the difference mean, and how to be rid of them. */
export function OfficeLegend({ zoom, children }: OfficeLegendProps) {
  const { t } = useTranslation();
  return (
    <section className="legend office-legend" aria-labelledby="office-legend-title">
      <h2 id="office-legend-title">{t('trust.legend')}</h2>
      {zoom >= POINT_ZOOM ? (
        <p>{t('trust.legendZoom')}</p>
      ) : (
        <div className="office-kinds">
          {OFFICE_KINDS.map(([kind, label]) => (
            <div key={kind}>
              <p id={`office-legend-${kind}`}>{t(label)}</p>
              <ol aria-labelledby={`office-legend-${kind}`}>
                {DIFFERENCE_STEPS.map((step, i) => (
                  <li key={step}>
                    <i className={`swatch ${kind}`} style={{ background: `var(--${kind}-${i})` }} />
                    {stepName(i, t)}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      )}
      {children}
      <div className="legend-links">
        <button
          type="button"
          className="link-button"
          onClick={() => navigate({ open: { kind: 'trust', within: 'view' }, pin: null })}
        >
          {t('trust.legendList')}
        </button>
        <button type="button" className="link-button" onClick={() => navigate({ offices: false })}>
          {t('trust.hideOffices')}
        </button>
      </div>
    </section>
  );
}

function stepName(step: number, t: TFunction): string {
  const [from, to] = [DIFFERENCE_STEPS[step]!, DIFFERENCE_STEPS[step + 1]];
  if (from === 0) return t('legend.below', { to: formatCount(to!) });
  if (to === undefined) return t('legend.above', { from: formatCount(from) });
  return t('legend.between', { from: formatCount(from), to: formatCount(to) });
}
