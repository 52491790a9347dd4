import type { AreaDivision } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from '../hubs/plot-figure.js';
import type { SectorWords } from './sector-figures.js';

const NAMED = 6;

interface SectorChartProps {
  sectors: readonly AreaDivision[];
  words: SectorWords;
}

/** Each sector by how specialised the area is in it and how it grows; as large as it has businesses or jobs. */
export default function SectorChart({ sectors, words }: SectorChartProps) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const shown = sectors.filter(({ lq, growth }) => lq !== null && lq > 0 && growth !== null);
    return {
      height: 300,
      marginLeft: 48,
      marginBottom: 40,
      x: {
        ...{ type: 'log', grid: true, ticks: 4, tickFormat: '~g' },
        ...{ label: t(`${words}.chartX`), labelAnchor: 'center', labelArrow: 'none' },
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
        Plot.text(mostMarked(shown), {
          x: 'lq',
          y: 'growth',
          text: 'code',
          fill: 'var(--ink)',
        }),
      ],
    };
  }, [sectors, words, t]);
  return <PlotFigure label={t(`${words}.chart`)} options={options} />;
}

/** Those that stand out most for their size: at a quotient of 1 the codes would lie on each other. */
function mostMarked(sectors: readonly AreaDivision[]): AreaDivision[] {
  const mark = ({ count, lq }: AreaDivision) => count * Math.abs(Math.log(lq!));
  return [...sectors].sort((a, b) => mark(b) - mark(a)).slice(0, NAMED);
}
