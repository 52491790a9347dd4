import type { Cluster } from '@cluster-atlas/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { DownloadableFigure } from '../images/downloadable-figure.js';
import { tableCsv } from '../images/table-csv.js';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { formatCount, formatSigned } from '../strings/figures.js';
import { EventList } from './event-list.js';
import { findTrace } from './find-trace.js';
import { isQuick, useClusterHistory } from './use-cluster-history.js';

const COLUMNS = ['date', 'size', 'longitude', 'latitude', 'change'] as const;

interface ClusterTimelineProps {
  cluster: Cluster;
  selection: Selection;
  choices: ClusterChoices;
  /** That are selected today. */
  businesses: number;
}

/** A cluster's businesses year by year, its life cycle, and what happened to it. */
export function ClusterTimeline({ cluster, selection, choices, businesses }: ClusterTimelineProps) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const isWanted = isAsked || isQuick(businesses);
  const { data, error, refetch } = useClusterHistory(selection, choices, isWanted);
  const trace = data && findTrace(data, cluster, selection.date);
  const largest = Math.max(1, ...(trace?.versions.map(({ size }) => size) ?? []));
  return (
    <section>
      <h3>{t('history.timeline')}</h3>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!isWanted && (
        <button type="button" className="button" onClick={() => setIsAsked(true)}>
          {t('history.load')}
        </button>
      )}
      {isWanted && !data && !error && <LoadingState />}
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
                  <time dateTime={date}>{date.slice(0, 4)}</time>
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
              ...{ selection, choices },
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
