import type { HubRanking } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import { formatCount, formatDistance } from '../strings/figures.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { RankingChart } from './ranking-chart.js';

const TOLD = 3;

/** Whether the hubs stand in another order within another radius, in words, a chart and a table. */
export function RankingSection({ ranking }: { ranking: HubRanking }) {
  const { t } = useTranslation();
  const { hubs, radii, reversals, compared } = ranking;
  if (hubs.length < 2) return <p>{t('trust.rankingNone')}</p>;
  if (reversals.length === 0) {
    return (
      <>
        <p>
          {t('trust.rankingStable', {
            hubs: formatCount(hubs.length),
            first: formatDistance(radii[0]!),
            last: formatDistance(radii.at(-1)!),
          })}
        </p>
        <RankingTable ranking={ranking} />
      </>
    );
  }
  const nameOf = new Map(hubs.map(({ slug, name }) => [slug, name]));
  const more = reversals.length - TOLD;
  return (
    <>
      <div className="warning">
        <strong>
          {t('trust.rankingFlips', {
            count: reversals.length,
            formatted: formatCount(reversals.length),
            compared: formatCount(compared),
          })}
        </strong>
        <ul>
          {reversals.slice(0, TOLD).map(({ ahead, behind, from, to }) => (
            <li key={`${ahead} ${behind}`}>
              {t('trust.reversal', {
                ...{ ahead: nameOf.get(ahead), behind: nameOf.get(behind) },
                ...{ from: formatDistance(from), to: formatDistance(to) },
              })}
            </li>
          ))}
          {more > 0 && (
            <li>{t('trust.moreReversals', { count: more, formatted: formatCount(more) })}</li>
          )}
        </ul>
      </div>
      <DownloadableFigure title={t('trust.rankingTable')} csv={() => rankingCsv(ranking)}>
        <RankingChart ranking={ranking} />
      </DownloadableFigure>
      <RankingTable ranking={ranking} />
    </>
  );
}

function RankingTable({ ranking: { hubs, radii } }: { ranking: HubRanking }) {
  const { t } = useTranslation();
  return (
    <ScrolledTable name={t('trust.rankingTable')}>
      <caption>{t('trust.rankingTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.hub')}</th>
          {radii.map((radius) => (
            <th key={radius} scope="col" className="radius">
              {formatDistance(radius)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hubs.map(({ slug, name, counts, ranks }) => (
          <tr key={slug}>
            <th scope="row" className="wrapped">
              {name}
            </th>
            {counts.map((count, i) => (
              <td key={radii[i]}>
                {t('trust.rankingCell', { rank: ranks[i], count: formatCount(count) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function rankingCsv({ hubs, radii }: HubRanking): string {
  const lines = hubs.flatMap(({ slug, name, counts, densities, ranks }) =>
    radii.map((radius, i) => ({
      ...{ slug, name, radius },
      ...{ count: counts[i]!, density: densities[i]!, rank: ranks[i]! },
    })),
  );
  return tableCsv(lines, ['slug', 'name', 'radius', 'count', 'density', 'rank']);
}
