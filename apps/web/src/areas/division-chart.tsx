import type { AreaDivision } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from '../hubs/plot-figure.js';

const NAMED = 6;

/** Each division by how specialised the area is in it and how it grows; as large as it has businesses. */
export default function DivisionChart({ divisions }: { divisions: readonly AreaDivision[] }) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const shown = divisions.filter(({ lq, growth }) => lq !== null && lq > 0 && growth !== null);
    return {
      height: 300,
      marginLeft: 48,
      marginBottom: 40,
      x: {
        ...{ type: 'log', grid: true, ticks: 4, tickFormat: '~g' },
        ...{ label: t('areas.chartX'), labelAnchor: 'center', labelArrow: 'none' },
      },
      y: { label: t('areas.chartY'), grid: true, percent: true, labelArrow: 'none' },
      r: { range: [2, 16] },
      marks: [
        Plot.ruleX([1], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.ruleY([0], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.dot(shown, {
          ...{ x: 'lq', y: 'growth', r: 'count' },
          ...{ fill: 'var(--chart)', fillOpacity: 0.6, stroke: 'var(--surface)' },
          title: 'title',
        }),
        Plot.text(shown.slice(0, NAMED), {
          x: 'lq',
          y: 'growth',
          text: 'code',
          fill: 'var(--ink)',
        }),
      ],
    };
  }, [divisions, t]);
  return <PlotFigure label={t('areas.chart')} options={options} />;
}
