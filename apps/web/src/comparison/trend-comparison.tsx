import type { AreaTrend } from '@cluster-atlas/contract';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { areaAddress, trendRequest } from '../areas/use-areas.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { lateChart } from '../images/late-chart.js';
import { tableCsv } from '../images/table-csv.js';
import { writeAreaName } from '../location-state/area-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { formatCount } from '../strings/figures.js';

const COLUMNS = ['name', 'date', 'matching', 'all', 'share', 'lq', 'low', 'high'] as const;

const TrendChart = lateChart(() => import('../areas/trend-chart.js'));

interface TrendComparisonProps {
  state: LocationState;
  /** Of what is compared, in its order. */
  names: readonly string[];
}

/** The businesses of each compared place year by year, as lines and as a table. */
export function TrendComparison({ state, names }: TrendComparisonProps) {
  const { t } = useTranslation();
  const answers = useQueries({
    queries: state.compare.map((name) => trendRequest(areaAddress(name, state))),
  });
  const failed = answers.find(({ error }) => error);
  if (failed?.error) {
    return <ProblemState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  const trends = answers.flatMap(({ data }) => data ?? []);
  if (trends.length < names.length) return <LoadingState />;
  const lines = trends.map(({ points }, i) => ({ name: names[i]!, points }));
  const dates = trends[0]?.points.map(({ date }) => date) ?? [];
  return (
    <section>
      <h4>{t('trend.title')}</h4>
      {dates.length > 1 && (
        <DownloadableFigure title={t('trend.title')} csv={() => tableCsv(pointsOf(lines), COLUMNS)}>
          <TrendChart lines={lines} />
        </DownloadableFigure>
      )}
      <ScrolledTable name={t('trend.title')}>
        <thead>
          <tr>
            <th scope="col">{t('areas.columns.name')}</th>
            {dates.map((date) => (
              <th key={date} scope="col">
                {date.slice(0, 4)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, points }, i) => (
            <tr key={writeAreaName(state.compare[i]!)}>
              <th scope="row">{name}</th>
              {points.map(({ date, matching }) => (
                <td key={date}>{formatCount(matching)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </section>
  );
}

function pointsOf(lines: readonly { name: string; points: AreaTrend['points'] }[]) {
  return lines.flatMap(({ name, points }) => points.map((point) => ({ name, ...point })));
}
