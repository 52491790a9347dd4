import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { BusinessItem } from '../businesses/business-item.js';
import { usePagedBusinesses } from '../businesses/use-businesses.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { formatCount } from '../strings/figures.js';
import type { AreaAddress } from './use-areas.js';

const PAGE = 20;

/** The selected businesses in an area, and all of them as a file. */
export function AreaMembers({ address: { path, parameters } }: { address: AreaAddress }) {
  const { t } = useTranslation();
  const list = usePagedBusinesses({
    key: `businesses of ${path}`,
    query: parameters,
    pageSize: PAGE,
    ask: (request) => api.areaMembers(path, request),
  });
  const { items, total, error, loadMore, isLoadingMore } = list;
  return (
    <section aria-busy={list.isStale}>
      <h3>{t('areas.members')}</h3>
      {error && <ProblemState error={error} onRetry={list.retry} />}
      {total === undefined && !error && <LoadingState />}
      <ul className="businesses">
        {items.map((business) => (
          <li key={business.id}>
            <BusinessItem business={business} />
          </li>
        ))}
      </ul>
      {total !== undefined && (
        <p className="note" role="status">
          {t('businesses.shown', { shown: formatCount(items.length), total: formatCount(total) })}
        </p>
      )}
      <p>
        <a href={`/api/v1/${path}/businesses.csv?${parameters.toString()}`}>
          {t('clusters.membersCsv')}
        </a>
      </p>
      {(loadMore ?? isLoadingMore) && (
        <button type="button" className="button" disabled={!loadMore} onClick={loadMore}>
          {isLoadingMore ? t('app.loading') : t('businesses.more')}
        </button>
      )}
    </section>
  );
}
