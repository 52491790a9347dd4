import type { Concentration } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from '../hubs/plot-figure.js';

/** M by distance, over the band of the random labellings; 1 is the share among all. */
export default function ConcentrationChart({ curve }: Pick<Concentration, 'curve'>) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const banded = curve.filter(({ low, high }) => low !== null && high !== null);
    return {
      height: 240,
      marginLeft: 48,
      marginBottom: 40,
      x: {
        ...{ label: t('concentration.distanceAxis'), labelAnchor: 'center', labelArrow: 'none' },
        ...{ type: 'log', ticks: 4, tickFormat: ',' },
      },
      y: {
        label: t('concentration.m'),
        labelArrow: 'none',
        grid: true,
        zero: true,
        nice: true,
        ticks: 5,
      },
      marks: [
        Plot.areaY(banded, {
          ...{ x: 'radius', y1: 'low', y2: 'high' },
          ...{ fill: 'var(--ink-soft)', fillOpacity: 0.25 },
        }),
        Plot.ruleY([1], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.lineY(curve, { x: 'radius', y: 'm', stroke: 'var(--chart)', strokeWidth: 2 }),
        Plot.dot(curve, {
          ...{ x: 'radius', y: 'm', r: 4 },
          ...{ fill: 'var(--chart)', stroke: 'var(--surface)' },
        }),
      ],
    };
  }, [curve, t]);
  return <PlotFigure label={t('concentration.chart')} options={options} />;
}
