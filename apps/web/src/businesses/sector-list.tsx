import type { BusinessSummary } from '@cluster-atlas/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../strings/figures.js';
import { BusinessItem } from './business-item.js';
import { toSectorRows } from './sector-rows.js';

/** A guess of a row's pixels, until it is measured. */
const ROW_HEIGHT = 64;

/** Businesses grouped by sector; of hundreds only those in sight are in the document. */
export function SectorList({ businesses }: { businesses: readonly BusinessSummary[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => toSectorRows(businesses), [businesses]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]!.key,
    overscan: 8,
  });
  return (
    <div
      ref={scroller}
      className="sector-list"
      tabIndex={0}
      role="region"
      aria-label={t('businesses.siteList')}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]!;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === 'sector' ? (
                <h3>
                  {row.title ?? t('businesses.noSector')}{' '}
                  <span className="count">{formatCount(row.count)}</span>
                </h3>
              ) : (
                <BusinessItem business={row.business} hasSector={false} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
