import type { ClusterEvent, ClusterHistory } from '@cluster-atlas/contract';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../strings/figures.js';

/** What happened, in words. */
export function EventList({ history: { events, clusters } }: { history: ClusterHistory }) {
  const { t } = useTranslation();
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join(' + ');
  const tell = ({ event, clusters: own, into }: ClusterEvent) =>
    t(`history.events.${event}`, { clusters: names(own), into: names(into) });
  return (
    <section>
      <h3>{t('history.happened')}</h3>
      {events.length === 0 && <p className="note">{t('history.nothing')}</p>}
      <ol className="event-list">
        {events.map((event, i) => (
          <li key={i}>
            <time dateTime={event.date}>{formatDate(event.date)}</time> {tell(event)}
          </li>
        ))}
      </ol>
    </section>
  );
}
