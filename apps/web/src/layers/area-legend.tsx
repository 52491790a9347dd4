import type { AreaTable } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classColour, classOf, quantileBreaks } from '../areas/area-classes.js';
import { formatMeasure } from '../areas/area-measures.js';
import type { AreaMeasure } from '../location-state/area-choices.js';

interface AreaLegendProps {
  table: AreaTable;
  measure: AreaMeasure;
  /** What the marks above the colours mean. */
  children: ReactNode;
}

/** What the colours of areas mean: as many areas in each class, and those without a value. */
export function AreaLegend({ table, measure, children }: AreaLegendProps) {
  const { t } = useTranslation();
  const values = table.areas.map((area) => area[measure]);
  const breaks = quantileBreaks(values);
  const bound = (value: number) => formatMeasure(measure, value);
  return (
    <section className="legend area-legend" aria-labelledby="area-legend-title">
      <h2 id="area-legend-title">{t(`areas.measures.${measure}`)}</h2>
      <ol>
        {Array.from({ length: breaks.length + 1 }, (_, i) => {
          const held = values.filter((value) => classOf(value, breaks) === i) as number[];
          if (held.length === 0) return null;
          const [least, most] = [bound(Math.min(...held)), bound(Math.max(...held))];
          return (
            <li key={i}>
              <i className="swatch" style={{ background: classColour(i, breaks) }} />
              {least === most ? least : t('areas.classRange', { least, most })}
            </li>
          );
        })}
        {values.includes(null) && (
          <li>
            <svg className="swatch" viewBox="0 0 24 16" aria-hidden="true">
              <rect className="area-shape no-data" width="24" height="16" />
            </svg>
            {t('areas.noData')}
          </li>
        )}
      </ol>
      {children}
      <svg className="pattern" width="0" height="0" aria-hidden="true">
        <pattern id="no-data-hatching" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" className="hatching" />
        </pattern>
      </svg>
    </section>
  );
}
