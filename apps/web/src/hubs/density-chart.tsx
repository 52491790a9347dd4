import type { HubDensity } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from './plot-figure.js';

/** Density against distance: each bar is one band, as wide as the band is. */
export default function DensityChart({ annuli }: { annuli: HubDensity['annuli'] }) {
  const { t } = useTranslation();
  const options = useMemo(
    (): Plot.PlotOptions => ({
      height: 200,
      marginLeft: 48,
      marginBottom: 40,
      x: { label: t('hub.distanceAxis'), labelAnchor: 'center', labelArrow: 'none', ticks: 5 },
      y: { label: t('hub.densityAxis'), labelArrow: 'none', grid: true, ticks: 4, nice: true },
      marks: [
        Plot.rect(annuli, {
          x1: 'inner',
          x2: 'outer',
          y1: 0,
          y2: 'densityPerKm2',
          fill: 'var(--chart)',
          inset: 0.5,
        }),
        Plot.ruleY([0]),
      ],
    }),
    [annuli, t],
  );
  return <PlotFigure label={t('hub.densityChart')} options={options} />;
}
