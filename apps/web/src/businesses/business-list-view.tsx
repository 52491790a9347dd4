import type { BusinessSummary } from '@cluster-atlas/contract';
import { CRS } from 'leaflet';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import type { MapPosition } from '../location-state/location-state.js';
import type { Selection } from '../location-state/selection-parameters.js';
import type { MapFrame } from '../map/map-frame.js';
import { formatCount, formatDistance } from '../strings/figures.js';
import { BusinessFile } from './business-file.js';
import { BusinessItem } from './business-item.js';
import { useBusinesses } from './use-businesses.js';

interface BusinessListViewProps {
  selection: Selection;
  frame: MapFrame;
  onLocate: (longitude: number, latitude: number) => void;
}

const PAGE = 50;

/** The same businesses as the map shows, for reading. */
export function BusinessListView({ selection, frame, onLocate }: BusinessListViewProps) {
  const { t } = useTranslation();
  const { position, box } = frame;
  const near = `${position.latitude.toFixed(5)},${position.longitude.toFixed(5)}`;
  const where = { bbox: box, near };
  const list = useBusinesses({ selection, where, pageSize: PAGE });
  const { items, total } = list;
  return (
    <section className="list-view" aria-labelledby="list-title" aria-busy={list.isStale}>
      <h2 id="list-title">{t('businesses.list')}</h2>
      {list.error && <ProblemState error={list.error} onRetry={list.retry} />}
      {total === undefined && !list.error && <LoadingState />}
      {total === 0 && <p className="empty">{t('businesses.none')}</p>}
      {items.length > 0 && (
        <p className="note">
          {t('businesses.order')} <BusinessFile {...{ selection, where }} />
        </p>
      )}
      <ul className="businesses">
        {items.map((business) => (
          <ListedBusiness key={business.id} {...{ business, position, onLocate }} />
        ))}
      </ul>
      {total !== undefined && total > 0 && (
        <p className="list-foot" role="status">
          {t('businesses.shown', { shown: formatCount(items.length), total: formatCount(total) })}
        </p>
      )}
      {(list.loadMore ?? list.isLoadingMore) && (
        <button type="button" className="button" disabled={!list.loadMore} onClick={list.loadMore}>
          {list.isLoadingMore ? t('app.loading') : t('businesses.more')}
        </button>
      )}
    </section>
  );
}

interface ListedBusinessProps {
  business: BusinessSummary;
  /** Where distances begin. */
  position: MapPosition;
  onLocate: BusinessListViewProps['onLocate'];
}

function ListedBusiness({ business, position, onLocate }: ListedBusinessProps) {
  const { t } = useTranslation();
  const { name, longitude, latitude } = business;
  const metres = CRS.Earth.distance(
    { lat: position.latitude, lng: position.longitude },
    { lat: latitude, lng: longitude },
  );
  return (
    <li>
      <BusinessItem
        business={business}
        remark={t('businesses.distance', { distance: formatDistance(metres) })}
      />
      <button
        type="button"
        className="button quiet"
        aria-label={t('businesses.locate', { name })}
        onClick={() => onLocate(longitude, latitude)}
      >
        {t('businesses.locateShort')}
      </button>
    </li>
  );
}
