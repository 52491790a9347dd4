import type { AreaTrend } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { Warnings } from '../explorer/warnings.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { lateChart } from '../images/late-chart.js';
import { tableCsv } from '../images/table-csv.js';
import {
  formatCount,
  formatKnown,
  formatQuotient,
  formatShare,
  formatShortDate,
} from '../strings/figures.js';
import { trendRequest, type AreaAddress } from './use-areas.js';

const COLUMNS = ['date', 'matching', 'all', 'share', 'lq', 'low', 'high'] as const;

const TrendChart = lateChart(() => import('./trend-chart.js'));

/** An area, or a cluster, year by year within its boundary of today. */
export function AreaTrendSection({ address }: { address: AreaAddress }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(trendRequest(address));
  return (
    <section>
      <h3>{t('trend.title')}</h3>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <Warnings warnings={data.warnings} />}
      {data && data.points.length > 1 && (
        <DownloadableFigure title={t('trend.title')} csv={() => tableCsv(data.points, COLUMNS)}>
          <TrendChart lines={[{ name: t('areas.columns.matching'), points: data.points }]} />
        </DownloadableFigure>
      )}
      {data && data.points.length < 2 && <p className="note">{t('trend.oneYear')}</p>}
      {data && <TrendTable trend={data} />}
    </section>
  );
}

function TrendTable({ trend: { points } }: { trend: AreaTrend }) {
  const { t } = useTranslation();
  return (
    <ScrolledTable name={t('trend.title')} className="trend-table">
      <thead>
        <tr>
          <th scope="col">{t('trend.date')}</th>
          <th scope="col">{t('areas.columns.matching')}</th>
          <th scope="col">{t('areas.columns.all')}</th>
          <th scope="col">{t('areas.columns.share')}</th>
          <th scope="col">{t('areas.quotientShort')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.date}>
            <th scope="row">{formatShortDate(point.date)}</th>
            <td>{formatCount(point.matching)}</td>
            <td>{formatCount(point.all)}</td>
            <td>{formatKnown(point.share, formatShare)}</td>
            <td>{formatQuotient(point)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}
