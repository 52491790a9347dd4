import type { ClusterHistory } from '@cluster-atlas/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { flowsCsv } from './flow-rows.js';
import { BAR_WIDTH, layoutTransitions, type Band } from './layout-transitions.js';

const MARGIN = { top: 24, start: 4, end: 260 };
/** So many colours there are in styles/history.css. */
const HUES = 8;

/** Clusters as bars in the columns of their years, and the businesses between them as bands. */
export function TransitionDiagram({ history }: { history: ClusterHistory }) {
  const { t } = useTranslation();
  const { width, height, bars, bands } = useMemo(() => layoutTransitions(history), [history]);
  const hues = new Map(history.clusters.map(({ id }, i) => [id, i % HUES]));
  const lastDates = new Map(
    history.clusters.map(({ id, versions }) => [id, versions.at(-1)?.date]),
  );
  const endings = bars.filter(({ id, date }) => lastDates.get(id) === date);
  const isGone = ({ date }: { date: string }) => date !== history.dates.at(-1)?.date;
  const columns = history.dates.map(({ date }, i) => ({
    date,
    x: (i * width) / history.dates.length,
  }));
  return (
    <DownloadableFigure title={t('history.diagram')} csv={() => flowsCsv(history)}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('history.diagram')}>
        <svg
          className="transitions"
          role="img"
          aria-label={t('history.diagramLabel')}
          width={width + MARGIN.start + MARGIN.end}
          height={height + MARGIN.top}
          viewBox={`0 0 ${width + MARGIN.start + MARGIN.end} ${height + MARGIN.top}`}
        >
          <g transform={`translate(${MARGIN.start} ${MARGIN.top})`}>
            {columns.map(({ date, x }) => (
              <text key={date} className="year" x={x} y={-8}>
                {date.slice(0, 4)}
              </text>
            ))}
            {bands.map((band) => (
              <path
                key={band.key}
                className={`band hue-${hues.get(band.to.id)}`}
                d={pathOf(band)}
              />
            ))}
            {bars.map(({ id, name, date, size, x, y, height: tall }) => (
              <rect
                key={`${date} ${id}`}
                className={`bar-of hue-${hues.get(id)}`}
                {...{ x, y, width: BAR_WIDTH, height: tall }}
              >
                <title>{`${name}, ${date.slice(0, 4)}: ${size}`}</title>
              </rect>
            ))}
            {endings.map((bar) => (
              <text
                key={bar.id}
                className={isGone(bar) ? 'ended' : undefined}
                x={bar.x + BAR_WIDTH + 6}
                y={bar.y + bar.height / 2}
                dominantBaseline="middle"
              >
                {shorten(bar.name, isGone(bar) ? MOST_LETTERS_BETWEEN : MOST_LETTERS)}
              </text>
            ))}
          </g>
        </svg>
      </div>
    </DownloadableFigure>
  );
}

function pathOf({ from, to, fromOffset, toOffset, fromHeight, toHeight }: Band): string {
  const [x1, x2] = [from.x + BAR_WIDTH, to.x];
  const middle = (x1 + x2) / 2;
  const [y1, y2] = [from.y + fromOffset, to.y + toOffset];
  return (
    `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` +
    `V${y2 + toHeight}C${middle} ${y2 + toHeight} ${middle} ${y1 + fromHeight} ${x1} ${y1 + fromHeight}Z`
  );
}

/** At the end of the diagram, and over the bands of others. */
const MOST_LETTERS = 38;
const MOST_LETTERS_BETWEEN = 24;

function shorten(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}
