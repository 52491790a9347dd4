import type { Cluster } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../explorer/request-state.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import type { LocationState } from '../location-state/location-state.js';
import { formatCount, formatSigned } from '../strings/figures.js';
import { yearOrDay } from './year-or-day.js';
import { EventList } from './event-list.js';
import { findTrace } from './find-trace.js';
import { HistoryBusy, HistoryStart } from './history-start.js';
import { useClusterHistory, withShownDay } from './use-cluster-history.js';

const COLUMNS = ['date', 'size', 'longitude', 'latitude', 'change'] as const;

interface ClusterTimelineProps {
  cluster: Cluster;
  state: LocationState;
  /** That are selected. */
  businesses: number;
}

/** A cluster's businesses year by year, its life cycle, and what happened to it. */
export function ClusterTimeline({ cluster, state, businesses }: ClusterTimelineProps) {
  const { t } = useTranslation();
  const shown = withShownDay(state);
  const history = useClusterHistory(shown, businesses);
  const { error } = history;
  const data = history.isStale ? undefined : history.data;
  const trace = data && findTrace(data, cluster, shown.selection.date);
  const largest = Math.max(1, ...(trace?.versions.map(({ size }) => size) ?? []));
  return (
    <section>
      <h3>{t('history.timeline')}</h3>
      {error && <ProblemState error={error} onRetry={history.start} />}
      {history.isHeld && <HistoryStart {...{ history, businesses }} years={state.years} />}
      {!data && history.isBusy && <HistoryBusy history={history} />}
      {data && !trace && <p className="note">{t('history.noTimeline')}</p>}
      {data && trace && (
        <>
          {trace.lifeCycle && (
            <p>{t('history.isNow', { lifeCycle: t(`history.lifeCycles.${trace.lifeCycle}`) })}</p>
          )}
          <DownloadableFigure
            title={t('history.timeline')}
            csv={() => tableCsv(trace.versions, COLUMNS)}
          >
            <ol className="timeline">
              {trace.versions.map(({ date, size, change }, i) => (
                <li key={date}>
                  <time dateTime={date}>{yearOrDay(date)}</time>
                  <span className="bar" style={{ inlineSize: `${(size / largest) * 100}%` }} />
                  <span>{formatCount(size)}</span>
                  <span className="change">
                    {change !== null &&
                      t(`history.changes.${change}`, {
                        difference: formatSigned(size - trace.versions[i - 1]!.size, formatCount),
                      })}
                  </span>
                </li>
              ))}
            </ol>
            <p className="note">{t('history.changesMeaning')}</p>
          </DownloadableFigure>
          <EventList
            asked={{
              history: { ...data, events: data.events.filter(isAbout(trace.id)) },
              state: shown,
            }}
          />
        </>
      )}
    </section>
  );
}

function isAbout(id: string) {
  return ({ clusters, into }: { clusters: string[]; into: string[] }) =>
    clusters.includes(id) || into.includes(id);
}
