import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { BusinessItem } from '../businesses/business-item.js';
import { usePagedBusinesses } from '../businesses/use-businesses.js';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { formatCount } from '../strings/figures.js';

const PAGE = 50;

interface ClusterMembersProps {
  slug: string;
  /** Of the run that the cluster is of. */
  parameters: URLSearchParams;
}

export function ClusterMembers({ slug, parameters }: ClusterMembersProps) {
  const { t } = useTranslation();
  const list = usePagedBusinesses({
    key: `members of ${slug}`,
    query: parameters,
    pageSize: PAGE,
    ask: (request) => api.clusterMembers(slug, request),
  });
  const { items, total, error, loadMore, isLoadingMore } = list;
  return (
    <section aria-busy={list.isStale}>
      <h3>{t('clusters.members')}</h3>
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
        <a
          href={`/api/v1/clusters/${encodeURIComponent(slug)}/members.csv?${parameters.toString()}`}
        >
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
