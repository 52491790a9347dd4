import type { AreaDivision } from '@cluster-atlas/contract';
import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlotFigure } from '../hubs/plot-figure.js';
import { shorten } from '../strings/shorten.js';
import type { SectorWords } from './sector-figures.js';

const SHOWN = 8;
/** In characters, code and all: the margin holds no more. */
const LABEL_LENGTH = 23;

interface CompositionChartProps {
  divisions: readonly AreaDivision[];
  words: SectorWords;
}

/** The largest divisions as bars, each with a mark at its share in the base. */
export default function CompositionChart({ divisions, words }: CompositionChartProps) {
  const { t } = useTranslation();
  const options = useMemo((): Plot.PlotOptions => {
    const shown = divisions.slice(0, SHOWN);
    const name = ({ code, title }: AreaDivision) => shorten(`${code} ${title}`, LABEL_LENGTH);
    return {
      height: 56 + 26 * shown.length,
      marginLeft: 190,
      marginBottom: 40,
      x: {
        ...{ label: t(`${words}.compositionAxis`), labelAnchor: 'center', labelArrow: 'none' },
        ...{ grid: true, percent: true, ticks: 4, nice: true },
      },
      y: { label: null, domain: shown.map(name) },
      marks: [
        Plot.barX(shown, {
          x: 'share',
          y: name,
          fill: 'var(--chart)',
          insetTop: 3,
          insetBottom: 3,
        }),
        Plot.tickX(shown, { x: 'baseShare', y: name, stroke: 'var(--ink)', strokeWidth: 3 }),
        Plot.ruleX([0]),
      ],
    };
  }, [divisions, words, t]);
  return <PlotFigure label={t(`${words}.composition`)} options={options} />;
}
