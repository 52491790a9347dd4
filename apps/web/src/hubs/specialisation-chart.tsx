import type { Ring } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../strings/figures.js';
import { PlotFigure } from './plot-figure.js';

interface SpecialisationChartProps {
  rings: readonly Ring[];
  /** What the quotient compares with, in words. */
  base: string;
}

/** The location quotient of each disc with its interval as whiskers; 1 is the base's own share. */
export default function SpecialisationChart({ rings, base }: SpecialisationChartProps) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const name = (ring: Ring) => formatDistance(ring.radius);
    const withInterval = rings.filter(({ low, high }) => low !== null && high !== null);
    return {
      height: 60 + 28 * rings.length,
      marginLeft: 56,
      marginBottom: 40,
      x: {
        label: t('hub.specialisationAxis', { base }),
        labelAnchor: 'center',
        labelArrow: 'none',
        grid: true,
        zero: true,
        ticks: 5,
      },
      y: { label: null, domain: rings.map(name) },
      marks: [
        Plot.ruleX([1], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.ruleY(withInterval, {
          x1: 'low',
          x2: 'high',
          y: name,
          stroke: 'var(--chart)',
          strokeWidth: 2,
          marker: 'tick',
        }),
        Plot.dot(
          rings.filter(({ lq }) => lq !== null),
          { x: 'lq', y: name, r: 5, fill: 'var(--chart)', stroke: 'var(--surface)' },
        ),
      ],
    };
  }, [rings, base, t]);
  return <PlotFigure label={t('hub.specialisationChart')} options={options} />;
}
