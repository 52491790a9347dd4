import type { ClusterHistory } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { panelCsv } from './panel-csv.js';
import { yearOrDay } from './year-or-day.js';

/** Businesses of each cluster in each year, and the same as a file. */
export function PanelTable({ history }: { history: ClusterHistory }) {
  const { t } = useTranslation();
  const { clusters, dates } = history;
  return (
    <section>
      <h3>{t('history.panel')}</h3>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('history.panel')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('clusters.one')}</th>
              <th scope="col">{t('history.lifeCycle')}</th>
              {dates.map(({ date }) => (
                <th key={date} scope="col">
                  {yearOrDay(date)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clusters.map(({ id, name, lifeCycle, versions }) => {
              const sizes = new Map(versions.map(({ date, size }) => [date, size]));
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{lifeCycle === null ? '–' : t(`history.lifeCycles.${lifeCycle}`)}</td>
                  {dates.map(({ date }) => (
                    <td key={date}>{sizes.has(date) ? formatCount(sizes.get(date)!) : '–'}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(panelCsv(history))}`}
          download="clusters-by-year.csv"
        >
          {t('history.download')}
        </a>
      </p>
    </section>
  );
}
