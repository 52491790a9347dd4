import type { HubRanking } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../strings/figures.js';
import { shorten } from '../strings/shorten.js';

const WIDTH = 400;
const ROW = 22;
const MARGIN = { top: 28, start: 20, end: 190 };
/** So many colours there are in styles/history.css. */
const HUES = 8;
const MOST_LETTERS = 26;

/** A line for each hub through its ranks, from the least radius to the greatest. */
export function RankingChart({ ranking: { hubs, radii } }: { ranking: HubRanking }) {
  const { t } = useTranslation();
  const step = (WIDTH - MARGIN.start - MARGIN.end) / Math.max(1, radii.length - 1);
  const x = (radius: number) => MARGIN.start + radius * step;
  const y = (rank: number) => MARGIN.top + (rank - 0.5) * ROW;
  const last = radii.length - 1;
  const places = namePlaces(hubs.map(({ ranks }) => ranks[last]!));
  return (
    <svg
      className="ranking-chart"
      role="img"
      aria-label={t('trust.rankingChart')}
      viewBox={`0 0 ${WIDTH} ${MARGIN.top + hubs.length * ROW}`}
    >
      {radii.map((radius, i) => (
        <text key={radius} className="axis" x={x(i)} y={14} textAnchor="middle">
          {formatDistance(radius)}
        </text>
      ))}
      {hubs.map(({ slug, name, ranks }, hub) => (
        <g key={slug} className={`hue-${hub % HUES}`}>
          <polyline points={ranks.map((rank, i) => `${x(i)},${y(rank)}`).join(' ')} />
          {ranks.map((rank, i) => (
            <circle key={radii[i]} cx={x(i)} cy={y(rank)} r={4} />
          ))}
          <text x={x(last) + 12} y={y(places[hub]!)} dominantBaseline="middle">
            <title>{name}</title>
            {shorten(name, MOST_LETTERS)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Those that share a rank are named one below the other: the ranks after theirs are free. */
function namePlaces(ranks: readonly number[]): number[] {
  return ranks.map((rank, i) => rank + ranks.slice(0, i).filter((other) => other === rank).length);
}
