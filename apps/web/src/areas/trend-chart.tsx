import type { AreaTrend } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from '../hubs/plot-figure.js';
import { shorten } from '../strings/shorten.js';
import { spreadApart } from './spread-apart.js';

interface TrendLine {
  name: string;
  points: AreaTrend['points'];
}

/** Besides their names, so that lines are told apart where they cross. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'] as const;
const NAME_WIDTH = 130;
const NAME_LENGTH = 16;
/** Of the height, so that no name covers another. */
const NAME_SHARE = 0.06;

/** Businesses over the years: one line for each place, named at its end where there are several. */
export default function TrendChart({ lines }: { lines: readonly TrendLine[] }) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const isNamed = lines.length > 1;
    return {
      height: isNamed ? 300 : 180,
      marginLeft: 48,
      marginRight: isNamed ? NAME_WIDTH : 16,
      marginBottom: 32,
      x: { label: null, type: 'utc', ticks: 4 },
      y: {
        ...{ label: t('areas.columns.matching'), labelArrow: 'none' },
        ...{ grid: true, zero: true, nice: true, ticks: 4 },
      },
      marks: [Plot.ruleY([0]), ...lines.map(lineMarks), ...(isNamed ? [nameMarks(lines)] : [])],
    };
  }, [lines, t]);
  return <PlotFigure label={t('trend.chart')} options={options} />;
}

function lineMarks({ points }: TrendLine, i: number): Plot.Markish {
  const positions = { x: ({ date }: { date: string }) => new Date(date), y: 'matching' };
  return Plot.marks(
    Plot.lineY(points, { ...positions, stroke: 'var(--chart)' }),
    Plot.dot(points, {
      ...{ ...positions, symbol: SYMBOLS[i % SYMBOLS.length]!, r: 4 },
      ...{ fill: 'var(--chart)', stroke: 'var(--surface)' },
    }),
  );
}

function nameMarks(lines: readonly TrendLine[]): Plot.Markish {
  const values = lines.flatMap(({ points }) => points.map(({ matching }) => matching));
  const ends = lines.map(({ points }) => points.at(-1)?.matching ?? 0);
  const heights = spreadApart(ends, NAME_SHARE * Math.max(...values));
  const names = lines.map(({ name, points }, i) => ({
    date: new Date(points.at(-1)?.date ?? NaN),
    height: heights[i]!,
    name: shorten(name, NAME_LENGTH),
  }));
  return Plot.text(names, {
    ...{ x: 'date', y: 'height', text: 'name' },
    ...{ textAnchor: 'start', dx: 10, fill: 'var(--ink)' },
  });
}
