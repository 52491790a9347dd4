import { fromNationalGrid } from '@cluster-atlas/geo';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, ProblemState } from '../explorer/request-state.js';
import { SidePanel } from '../explorer/side-panel.js';
import type { OpenPlace } from '../location-state/location-state.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';
import { formatCount } from '../strings/figures.js';
import { BusinessItem } from './business-item.js';
import { SectorList } from './sector-list.js';
import { useBusinesses } from './use-businesses.js';

interface SitePanelProps {
  site: Extract<OpenPlace, { kind: 'site' }>;
  selection: Selection;
  onClose: () => void;
}

const PAGE = 200;

/** Everyone at one place: a single business, or a list by sector. */
export function SitePanel({ site, selection, onClose }: SitePanelProps) {
  const { t } = useTranslation();
  const where = { site: `${site.easting},${site.northing}` };
  const list = useBusinesses({ selection, where, pageSize: PAGE });
  const { items, total } = list;
  const loadMore = useEffectEvent(() => list.loadMore?.());
  const isIncomplete = list.loadMore !== undefined && !list.error && !list.isStale;
  useEffect(() => {
    if (isIncomplete) loadMore(); // grouping by sector needs them all
  }, [isIncomplete]);

  const [only] = total === 1 ? items : [];
  const title =
    only?.name ??
    (total === undefined
      ? t('app.loading')
      : t('businesses.site', { count: total, formatted: formatCount(total) }));
  return (
    <SidePanel
      key={where.site}
      title={title}
      subtitle={items[0]?.postcode}
      closeLabel={t('businesses.siteClose')}
      isStale={list.isStale}
      onClose={onClose}
    >
      {list.error && <ProblemState error={list.error} onRetry={list.retry} />}
      {total === undefined && !list.error && <LoadingState />}
      {total === 0 && <p className="empty">{t('businesses.siteNone')}</p>}
      {items[0]?.isMassAddress && <p className="warning">{t('businesses.massAddressMeaning')}</p>}
      {only && <BusinessItem business={only} />}
      {!only && items.length > 0 && <SectorList businesses={items} />}
      <button
        type="button"
        className="button"
        onClick={() => {
          const position = fromNationalGrid(site.easting, site.northing);
          navigate({ open: { kind: 'point', ...position } });
        }}
      >
        {t('businesses.measureHere')}
      </button>
    </SidePanel>
  );
}
