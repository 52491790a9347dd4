import type { ClusterEvent } from '@cluster-atlas/contract';
import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { formatDate } from '../strings/figures.js';
import { TracedLink, type AskedHistory } from './traced-link.js';

/** What happened, in words that lead to the clusters on the map. */
export function EventList({ asked }: { asked: AskedHistory }) {
  const { t } = useTranslation();
  const { events } = asked.history;
  return (
    <section>
      <h3>{t('history.happened')}</h3>
      {events.length === 0 && <p className="note">{t('history.nothing')}</p>}
      <ol className="event-list">
        {events.map((event, i) => {
          const { date, into } = event;
          const isAbsorption = absorbs(event);
          const own = event.clusters.filter((id) => !isAbsorption || id !== into[0]);
          return (
            <li key={i}>
              <time dateTime={date}>{formatDate(date)}</time>{' '}
              <Trans
                i18nKey={`history.events.${isAbsorption ? 'absorbed' : event.event}`}
                components={{
                  clusters: <TracedNames ids={own} date={date} asked={asked} />,
                  into: <TracedNames ids={into} date={date} asked={asked} />,
                }}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** In a merger one goes on as itself, or all of them as another. */
function absorbs({ event, clusters, into }: ClusterEvent): boolean {
  return event === 'merged' && clusters.includes(into[0]!);
}

interface TracedNamesProps {
  ids: readonly string[];
  date: string;
  asked: AskedHistory;
}

/** The names of the date, or of the last date before at which a cluster was there. */
function TracedNames({ ids, date, asked }: TracedNamesProps) {
  const { t } = useTranslation();
  return ids.map((id, i) => {
    const cluster = asked.history.clusters.find((each) => each.id === id);
    const version = cluster?.versions.findLast((each) => each.date <= date);
    const last = cluster?.versions.at(-1);
    return (
      <Fragment key={id}>
        {i > 0 && ' + '}
        {version ? (
          <TracedLink asked={asked} version={version}>
            {version.name}
          </TracedLink>
        ) : (
          id
        )}
        {version && last?.name !== version.name && ` ${t('history.later', { name: last?.name })}`}
      </Fragment>
    );
  });
}
