import { useTranslation } from 'react-i18next';
import { ScrolledTable } from '../explorer/scrolled-table.js';
import { apiAddress } from '../explorer/figure-source.js';
import { formatCount } from '../strings/figures.js';
import { historyParameters } from './use-cluster-history.js';
import { yearOrDay } from './year-or-day.js';
import { TracedLink, type AskedHistory } from './traced-link.js';

/** Businesses of each cluster in each year; in the file all that is measured of it. */
export function PanelTable({ asked }: { asked: AskedHistory }) {
  const { t } = useTranslation();
  const { history, state } = asked;
  const parameters = historyParameters(state);
  const { clusters, dates } = history;
  return (
    <section>
      <h3>{t('history.panel')}</h3>
      <ScrolledTable name={t('history.panel')}>
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
                <th scope="row">
                  <TracedLink asked={asked} version={versions.at(-1)!}>
                    {name}
                  </TracedLink>
                </th>
                <td>{lifeCycle === null ? '–' : t(`history.lifeCycles.${lifeCycle}`)}</td>
                {dates.map(({ date }) => (
                  <td key={date}>{sizes.has(date) ? formatCount(sizes.get(date)!) : '–'}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </ScrolledTable>
      <p>
        <a href={apiAddress('clusters/history.csv', parameters)} download="clusters-by-year.csv">
          {t('history.download')}
        </a>
      </p>
    </section>
  );
}
